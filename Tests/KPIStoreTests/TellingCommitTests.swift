import GRDB
import KPICore
import Testing

@testable import KPIStore

/// What is decided about telling people is as durable as what it is about.
struct TellingCommitTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private let key = Told.Key(behind, "ops")

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder.ledger)
    }

    private func contents() throws -> LedgerContents {
        try Ledger(path: folder.ledger, readOnly: true).load(registers: [])
    }

    @Test func whatWasToldComesBack() throws {
        let other = Told.Key(AlertIdentity(rule: "late", target: "t", unit: "u", scope: "2021-06"), "ops")
        let whole = Told(
            episode: 3, severity: .critical, at: received, sequence: 2, waitingSince: received.adding(seconds: 1),
            withheld: .init(since: received.adding(seconds: 2), by: .inhibited, note: Telling.note))
        _ = try ledger.commit(Telling.tick(.init(told: [(key, whole), (other, .nothing)])))
        #expect(try contents().told == [key: whole, other: .nothing])
        _ = try ledger.commit(Telling.tick(.init(told: [(key, nil), (other, whole)])))
        #expect(try contents().told == [other: whole])
    }

    @Test func marksAddUp() throws {
        let first = TellingMarks(
            recipients: ["ops": .init(digestedThrough: received, grouped: 4), "boss": .init()], remindedOf: [3])
        _ = try ledger.commit(Telling.tick(.init(marks: first)))
        #expect(try contents().marks == first)
        _ = try ledger.commit(
            Telling.tick(.init(marks: .init(recipients: ["boss": .init(grouped: 1)], remindedOf: [3, 7]))))
        let sum = TellingMarks(
            recipients: ["ops": .init(digestedThrough: received, grouped: 4), "boss": .init(grouped: 1)],
            remindedOf: [3, 7])
        #expect(try contents().marks == sum)
    }

    @Test func noticesLieInTheOutboxAsTheyWereDecided() throws {
        let notices = [try Telling.notice(), try Telling.notice(event: .digest, of: nil)]
        let committed = try ledger.commit(
            Telling.tick(.init(notices: Telling.decided(notices[0], notices[1])), transitions: [try transition()]))
        let at = moment("2021-07-05T08:00:00Z")
        #expect(
            committed.notices == [
                OutboxEntry(id: 1, notice: notices[0], next: at), OutboxEntry(id: 2, notice: notices[1], next: at),
            ])
        #expect(committed.transitions.map(\.seq) == [1])
        #expect(try Ledger(path: folder.ledger, readOnly: true).outbox(limit: 9) == committed.notices)
    }

    /// A decision made again after a crash is the same decision, even when its notice is delivered by now.
    @Test func aKeyIsPostedOnce() throws {
        let first = try Telling.notice()
        _ = try ledger.commit(Telling.tick(.init(notices: Telling.decided(first))))
        try ledger.settle(Telling.attempt(1, of: 1, .delivered))
        let again = try ledger.commit(
            Telling.tick(.init(notices: Telling.decided(first, try Telling.notice(2), try Telling.notice(2)))))
        #expect(again.notices.map(\.notice.key.sequence) == [2])
        #expect(try ledger.outbox(limit: 9) == again.notices)
    }

    @Test func whatWasToldFollowsARenamedAlert() throws {
        let present = AlertIdentity(rule: "behind-plan", target: "talent.new", unit: "370831")
        let (older, newer) = (Told(episode: 1, severity: .warning), Told(episode: 7))
        _ = try ledger.commit(
            Telling.tick(
                .init(told: [(key, older), (Told.Key(behind, "boss"), older), (Told.Key(present, "ops"), newer)]),
                alerts: [alert(.inactive)]))
        _ = try ledger.commit(
            Telling.tick(.nothing, alerts: [alert(.inactive, of: present)], renamed: [behind: present]))
        let contents = try contents()
        #expect(contents.alerts.map(\.identity) == [present])
        #expect(contents.told == [Told.Key(present, "ops"): older, Told.Key(present, "boss"): older])
    }

    /// Whichever table refuses, nothing of the tick is there, and the same tick is taken when none does.
    @Test(arguments: ["alert", "withholding", "notice", "outbox", "told", "recipient_mark"])
    func aTickIsTakenAsAWhole(_ table: String) throws {
        let tick = Telling.tick(
            .init(
                told: [(key, Told(episode: 1))], notices: Telling.decided(try Telling.notice()),
                withholdings: [Telling.withholding()], marks: .init(recipients: ["ops": .init(grouped: 1)])),
            alerts: [alert(.inactive)], transitions: [try transition()])
        let queue = try DatabaseQueue(path: folder.ledger)
        try queue.write {
            try $0.execute(
                sql: "CREATE TRIGGER broken BEFORE INSERT ON \(table) BEGIN SELECT RAISE(ABORT, 'broken'); END")
        }
        #expect(throws: LedgerError.self) { try ledger.commit(tick) }
        let before = try contents()
        #expect(before.alerts.isEmpty && before.told.isEmpty && before.marks == TellingMarks())
        #expect(before.lastTransition == 0 && before.evaluatedThrough == nil)
        #expect(try ledger.history(limit: 9).isEmpty && ledger.outbox(limit: 9).isEmpty)
        try queue.write { try $0.execute(sql: "DROP TRIGGER broken") }
        let committed = try ledger.commit(tick)
        #expect(committed.notices.map(\.id) == [1])
        #expect(try ledger.history(limit: 9).count == 3)
    }
}
