import KPICore
import Testing

@testable import KPIStore

struct HistoryTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private let other = AlertIdentity(rule: "late", target: "talent.recruits", unit: "HQ", scope: "2021-06")

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder.ledger)
    }

    /// Two ticks with everything, an acknowledgement that is taken back, a silence and deliveries.
    private func fill() throws {
        _ = try ledger.commit(
            Telling.tick(
                .init(notices: Telling.decided(try Telling.notice()), withholdings: [Telling.withholding(of: other)]),
                transitions: [try transition(), try transition(.resolved)]))
        try ledger.settle(Telling.attempt(1, of: 1, .delivered))
        _ = try ledger.record(Telling.acknowledgement(), comment: "on it", author: "alice", at: received)
        _ = try ledger.commit(Telling.tick(.nothing, transitions: [try transition(at: "2021-07-06T16:00:00Z")]))
        _ = try ledger.record(
            .silence(try #require(Silence(Matchers(), from: received, until: received.adding(seconds: 1)))),
            comment: "", author: "bob", at: received)
        _ = try ledger.record(.undo(1), comment: "", author: "alice", at: moment("2021-07-07T00:00:00Z"))
        _ = try ledger.commit(
            Telling.tick(.init(notices: Telling.decided(try Telling.notice(event: .digest, of: nil)))))
        try ledger.settle(Telling.attempt(1, of: 2, .givenUp, at: moment("2021-07-08T00:00:00Z")))
    }

    /// A letter for each entry.
    private func letters(_ entries: [HistoryEntry]) -> String {
        entries.map { entry in
            switch entry.event {
            case .transition(let seq, _): "t\(seq)"
            case .act(let act): "a\(act.id)"
            case .withholding: "w"
            case .notice(_, let addressed): "n\(addressed.notice)"
            case .delivery(let attempt, _): "d\(attempt.notice)"
            }
        }.joined(separator: " ")
    }

    @Test func allIsToldInTheOrderInWhichItWasRecorded() throws {
        try fill()
        #expect(letters(try ledger.history(limit: 99)) == "t1 t2 w n1 d1 a1 t3 a2 a3 n2 d2")
    }

    @Test func anAlertHasWhatIsAboutIt() throws {
        try fill()
        #expect(letters(try ledger.history(matching: behind, limit: 99)) == "t1 t2 n1 d1 a1 t3 a3")
        #expect(letters(try ledger.history(matching: other, limit: 99)) == "w")
    }

    @Test(arguments: 1...12) func pagesAreTheWhole(_ size: Int) throws {
        try fill()
        for alert in [nil, behind] {
            var entries: [HistoryEntry] = []
            while true {
                let page = try ledger.history(matching: alert, after: entries.last?.cursor, limit: size)
                guard !page.isEmpty else { break }
                entries += page
            }
            #expect(entries == (try ledger.history(matching: alert, limit: 99)))
        }
    }

    @Test(arguments: 0...12) func theLatestAreTheEndOfTheWhole(_ count: Int) throws {
        try fill()
        for alert in [nil, behind, other] {
            let cursor = try ledger.historyCursor(beforeLatest: count, matching: alert)
            let latest = try ledger.history(matching: alert, after: cursor, limit: 99)
            #expect(letters(latest) == letters(try ledger.history(matching: alert, limit: 99).suffix(count)))
        }
    }

    @Test func whatCameAboutBeforeIsLeftOut() throws {
        try fill()
        let since = moment("2021-07-06T16:00:00Z")
        #expect(letters(try ledger.history(since: since, limit: 99)) == "t3 a3 d2")
        let cursor = try ledger.historyCursor(beforeLatest: 2, since: since)
        #expect(letters(try ledger.history(after: cursor, since: since, limit: 99)) == "a3 d2")
    }

    @Test func alertsAreFoundByAPart() throws {
        try fill()
        _ = try ledger.commit(
            Telling.tick(.nothing, alerts: [alert(.inactive, of: .init(rule: "x", target: "talent.x", unit: "u"))]))
        #expect(try ledger.alerts(named: "talent.recruits") == [behind, other])
        #expect(try ledger.alerts(named: "recruits/HQ/2021-06") == [other])
        #expect(try ledger.alerts(named: "Talent").isEmpty)
        #expect(try ledger.alerts(named: "%").isEmpty)
        #expect(try ledger.alerts(named: "").count == 2, "an alert that never was has no history")
    }
}
