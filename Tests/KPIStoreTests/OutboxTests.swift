import KPICore
import Testing

@testable import KPIStore

struct OutboxTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder.ledger)
    }

    private func post(_ notices: Notice..., told: [(key: Told.Key, told: Told?)] = []) throws {
        let decided = notices.map { DecidedNotice(recipient: "ops", notice: $0) }
        _ = try ledger.commit(Telling.tick(.init(told: told, notices: decided)))
    }

    @Test func aPostponedNoticeWaitsOn() throws {
        try post(try Telling.notice())
        let (first, second) = (received.adding(seconds: 5), received.adding(seconds: 90))
        try ledger.settle(Telling.attempt(1, of: 1, .postponed, next: first))
        try ledger.settle(Telling.attempt(2, of: 1, .postponed, at: first, next: second))
        let entry = try #require(try ledger.outbox(limit: 1).first)
        #expect(entry.attempts == 2 && entry.begun == received && entry.next == second)
    }

    @Test(arguments: [DeliveryAttempt.Outcome.delivered, .givenUp])
    func aNoticeThatIsDoneWithLeaves(_ outcome: DeliveryAttempt.Outcome) throws {
        try post(try Telling.notice(), try Telling.notice(2))
        try ledger.settle(Telling.attempt(1, of: 1, outcome))
        #expect(try ledger.outbox(limit: 9).map(\.id) == [2])
    }

    /// What came of an attempt may be told twice, when nobody knows whether the first time counted.
    @Test func anAttemptCountsOnce() throws {
        try post(try Telling.notice())
        let attempt = Telling.attempt(1, of: 1, .postponed, next: received.adding(seconds: 5))
        try ledger.settle(attempt)
        try ledger.settle(attempt)
        try ledger.settle(Telling.attempt(1, of: 1, .delivered))
        #expect(try ledger.outbox(limit: 9).map(\.attempts) == [1])
        try ledger.settle(Telling.attempt(2, of: 1, .delivered))
        try ledger.settle(attempt)
        #expect(try ledger.outbox(limit: 9).isEmpty)
        #expect(try ledger.history(limit: 9).count == 3)
    }

    @Test func anAttemptAtNothingIsAnError() throws {
        #expect(throws: LedgerError.self) { try ledger.settle(Telling.attempt(1, of: 1, .delivered)) }
        try post(try Telling.notice())
        #expect(throws: LedgerError.self) { try ledger.settle(Telling.attempt(1, of: 1, .postponed)) }
        #expect(try ledger.outbox(limit: 9).map(\.attempts) == [0])
    }

    @Test func everyChannelHasItsOwnOrder() throws {
        try post(
            try Telling.notice(1), try Telling.notice(1, channel: "mail"), try Telling.notice(2),
            try Telling.notice(2, channel: "mail"))
        #expect(try ledger.outbox(channel: "mail", limit: 9).map(\.id) == [2, 4])
        #expect(try ledger.outbox(channel: "wecom", limit: 1).map(\.id) == [1])
        #expect(try ledger.outbox(limit: 3).map(\.id) == [1, 2, 3])
        #expect(try ledger.outboxChannels() == ["mail", "wecom"])
    }

    @Test func aChannelThatIsGoneIsGivenUp() throws {
        try post(try Telling.notice(1), try Telling.notice(1, channel: "mail"), try Telling.notice(2))
        try ledger.settle(Telling.attempt(1, of: 3, .postponed, next: received))
        #expect(try ledger.abandon(channel: "wecom", at: received, reason: Label("gone")).map(\.id) == [1, 3])
        #expect(try ledger.abandon(channel: "wecom", at: received, reason: Label("gone")).isEmpty)
        #expect(try ledger.outboxChannels() == ["mail"])
        let attempts = try ledger.history(limit: 99).compactMap { entry in
            if case .delivery(let attempt, _) = entry.event { attempt } else { nil }
        }
        #expect(attempts.map(\.outcome) == [.postponed, .givenUp, .givenUp])
        #expect(attempts.map(\.attempt) == [1, 1, 2])
    }

    @Test func whatIsBelievedToFireIsKeptAlive() throws {
        let other = AlertIdentity(rule: "late", target: "t", unit: "u")
        let (open, over) = (Told(episode: 1, severity: .warning), Told(episode: 1))
        try post(
            try Telling.notice(1), try Telling.notice(1, of: other), try Telling.notice(1, channel: "mail"),
            try Telling.notice(2, event: .changed), try Telling.notice(3, event: .suppressionEnding),
            told: [(Told.Key(behind, "ops"), open), (Told.Key(other, "ops"), open), (Told.Key(behind, "boss"), open)])
        #expect(try ledger.openNotices(channel: "wecom").map(\.key.sequence) == [2, 1])
        #expect(try ledger.openNotices(channel: "mail").map(\.key.channel) == ["mail"])
        try post(told: [(Told.Key(behind, "ops"), over)])
        #expect(try ledger.openNotices(channel: "wecom").map(\.alert) == [other])
    }
}
