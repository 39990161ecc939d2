import KPICore

/// What is to be delivered over one channel, and what comes next: a value without a clock.
///
/// Notices about one subject to one receiver go out in the order in which they were decided. One that is refused for
/// now holds back those after it about the same subject, and nothing else; a receiver that takes nothing at all is left
/// alone for a while.
struct DeliveryQueue {
    enum Next {
        case ready(OutboxEntry)
        case wait(until: Instant)
        case empty
    }

    private struct Thread: Hashable {
        let subject: String
        let recipient: String

        init(_ notice: Notice) {
            subject = notice.key.subject
            recipient = notice.key.recipient
        }
    }

    /// By number.
    private var entries: [OutboxEntry] = []
    private var limit: RateLimit?
    private let policy: RetryPolicy
    /// Refusals in a row, whatever was refused.
    private var failures = 0
    private var pausedUntil: Instant?
    /// The highest number that was added.
    private(set) var newest: Int64 = 0

    init(limit: RateLimit?, policy: RetryPolicy) {
        (self.limit, self.policy) = (limit, policy)
    }

    var isEmpty: Bool { entries.isEmpty }

    /// Whether the receiver takes nothing, so far as can be told: one refusal may be that notice's fault; when one after
    /// the other is refused, it is the receiver's.
    var isRefused: Bool { failures >= 3 && !entries.isEmpty }

    mutating func add(_ new: [OutboxEntry]) {
        for entry in new where entry.id > newest {
            entries.append(entry)
            newest = entry.id
        }
    }

    /// What may be sent at a moment. It takes a turn of the receiver's limit, so whoever asks sends it.
    mutating func next(at now: Instant) -> Next {
        guard !entries.isEmpty else { return .empty }
        if let pausedUntil, !isFar(pausedUntil, from: now), pausedUntil > now { return .wait(until: pausedUntil) }
        var held: Set<Thread> = []
        var earliest: Instant?
        for entry in entries where held.insert(Thread(entry.notice)).inserted {
            let moment = entry.attempts == 0 || isFar(entry.next, from: now) ? now : entry.next
            guard moment <= now else {
                earliest = min(earliest ?? moment, moment)
                continue
            }
            if let turn = limit?.take(at: now) { return .wait(until: turn) }
            return .ready(entry)
        }
        return earliest.map { .wait(until: $0) } ?? .empty
    }

    /// A wait that no policy gives: the clock was set back.
    private func isFar(_ moment: Instant, from now: Instant) -> Bool {
        moment > now.adding(policy.horizon)
    }

    /// What came of sending an entry.
    mutating func note(_ step: RetryPolicy.Step, of entry: OutboxEntry, begun: Instant, at now: Instant) {
        guard let index = entries.firstIndex(where: { $0.id == entry.id }) else { return }
        switch step {
        case .done:
            entries.remove(at: index)
            (failures, pausedUntil) = (0, nil)
        case .giveUp:
            entries.remove(at: index)
        case .retry(let moment):
            entries[index] = OutboxEntry(
                id: entry.id, notice: entry.notice, attempts: entry.attempts + 1, begun: begun, next: moment)
            failures += 1
            if isRefused {
                pausedUntil = now.adding(policy.delay(after: min(failures - 2, 16), seed: entry.notice.key.seed))
            }
        }
    }
}
