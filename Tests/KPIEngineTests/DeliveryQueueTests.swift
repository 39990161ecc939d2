import CEL
import KPICore
import Testing

@testable import KPIEngine

/// What goes out next over one channel.
struct DeliveryQueueTests {
    private let start = Instant(milliseconds: 1_600_000_000_000)
    private let policy = RetryPolicy(first: .seconds(10), longest: .seconds(60), horizon: .seconds(600))

    private func entry(_ id: Int64, about subject: String, to recipient: String = "", next: Instant? = nil)
        -> OutboxEntry
    {
        let stamp = Stamp(start, in: .utc)
        return OutboxEntry(
            id: id,
            notice: Notice(
                key: NoticeKey(subject: subject, episode: 1, sequence: Int(id), channel: "c", recipient: recipient),
                event: .fired, severity: .warning, language: .en, at: stamp,
                words: Notice.Words(title: Label("t"), message: Label("m"))),
            next: next ?? start)
    }

    private func queue(_ entries: [OutboxEntry], limit: RateLimit? = nil) -> DeliveryQueue {
        var queue = DeliveryQueue(limit: limit, policy: policy)
        queue.add(entries)
        return queue
    }

    private func ready(_ next: DeliveryQueue.Next) -> Int64? {
        if case .ready(let entry) = next { entry.id } else { nil }
    }

    private func wait(_ next: DeliveryQueue.Next) -> Instant? {
        if case .wait(let moment) = next { moment } else { nil }
    }

    private func refuse(_ queue: inout DeliveryQueue, _ entry: OutboxEntry, until moment: Instant, at now: Instant) {
        queue.note(.retry(at: moment), of: entry, begun: start, at: now)
    }

    @Test func oneAfterTheOther() {
        let entries = [entry(1, about: "a"), entry(2, about: "b"), entry(3, about: "a")]
        var queue = queue(entries)
        for expected in entries {
            #expect(ready(queue.next(at: start)) == expected.id)
            queue.note(.done(receipt: ""), of: expected, begun: start, at: start)
        }
        #expect(queue.isEmpty)
    }

    /// What follows about the same alert waits; what is about others does not.
    @Test func aRefusedNoticeHoldsBackItsOwnThreadOnly() {
        let entries = [entry(1, about: "a"), entry(2, about: "a"), entry(3, about: "b"), entry(4, about: "a", to: "x")]
        var queue = queue(entries)
        refuse(&queue, entries[0], until: start.adding(seconds: 10), at: start)
        #expect(ready(queue.next(at: start)) == 3)
        queue.note(.done(receipt: ""), of: entries[2], begun: start, at: start)
        #expect(ready(queue.next(at: start)) == 4)
        queue.note(.done(receipt: ""), of: entries[3], begun: start, at: start)
        #expect(wait(queue.next(at: start)) == start.adding(seconds: 10))
        #expect(ready(queue.next(at: start.adding(seconds: 10))) == 1)
    }

    @Test func aReceiverThatTakesNothingIsLeftAlone() throws {
        let entries = (1...5).map { entry($0, about: "\($0)") }
        var queue = queue(entries)
        for index in 0..<3 { refuse(&queue, entries[index], until: start.adding(seconds: 10), at: start) }
        let pause = try #require(wait(queue.next(at: start)))
        #expect(pause > start && pause <= start.adding(seconds: 10))
        // It comes back: the first that is taken ends the pause.
        #expect(ready(queue.next(at: pause)) == 4)
        queue.note(.done(receipt: ""), of: entries[3], begun: start, at: pause)
        #expect(ready(queue.next(at: pause)) == 5)
    }

    @Test func whatIsGivenUpMakesWay() {
        let entries = [entry(1, about: "a"), entry(2, about: "a")]
        var queue = queue(entries)
        queue.note(.giveUp(reason: Label("no")), of: entries[0], begun: start, at: start)
        #expect(ready(queue.next(at: start)) == 2)
    }

    @Test func aBotIsSpokenToTwentyTimesAMinute() throws {
        var queue = queue((1...25).map { entry($0, about: "\($0)") }, limit: .bot)
        var sent = 0
        while case .ready(let entry) = queue.next(at: start) {
            queue.note(.done(receipt: ""), of: entry, begun: start, at: start)
            sent += 1
        }
        #expect(sent == 20)
        let turn = try #require(wait(queue.next(at: start)))
        #expect(turn == start.adding(seconds: 60))
        #expect(ready(queue.next(at: turn)) == 21)
    }

    /// The clock went a year ahead and was set back: no notice waits for that year.
    @Test func aClockThatWasSetBackHoldsNothing() {
        let year = start.adding(seconds: 365 * 86_400)
        let entries = [entry(1, about: "a", next: year), entry(2, about: "b")]
        var queue = queue(entries)
        #expect(ready(queue.next(at: start)) == 1)
        refuse(&queue, entries[0], until: year, at: year)
        #expect(ready(queue.next(at: start)) == 1)
    }

    @Test func nothingIsTakenInTwice() {
        var queue = queue([entry(1, about: "a"), entry(2, about: "b")])
        queue.add([entry(2, about: "b"), entry(3, about: "c")])
        var all: [Int64] = []
        while case .ready(let entry) = queue.next(at: start) {
            all.append(entry.id)
            queue.note(.done(receipt: ""), of: entry, begun: start, at: start)
        }
        #expect(all == [1, 2, 3])
    }
}
