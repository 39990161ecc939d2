import KPICore
import Testing

@testable import KPIStore

struct CommitTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private let day: LocalDate

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder.ledger)
        day = try #require(LocalDate("2021-06-30"))
    }

    @Test func everyPhaseComesBack() throws {
        let firing = AlertPhase.Firing(
            since: received, severity: .critical, pendingSince: received.adding(seconds: -86_400))
        let phases: [AlertPhase] = [
            .inactive,
            .pending(.init(since: received, severity: .info, firstRef: day, lastRef: day.adding(days: 31), periods: 2)),
            .firing(firing),
            .firing(
                .init(
                    since: received, severity: .critical, pendingSince: received,
                    severitySince: received.adding(seconds: 5), escalatedTo: .critical)),
            .recovering(
                .init(
                    firing: firing, since: received.adding(seconds: 9), firstRef: day, lastRef: day.adding(days: 31),
                    periods: 2)),
            .resolved(.init(at: received, firedSince: received.adding(seconds: -1), severity: .warning)),
            .resolved(
                .init(
                    at: received, firedSince: received.adding(seconds: -1), severity: .warning,
                    pendingSince: received.adding(seconds: -9), escalatedTo: .warning)),
        ]
        let alerts = phases.enumerated().map { index, phase in
            let memory = EpisodeMemory(
                atFiring: [], atWorst: [NamedValue("value", 2.5)], began: index > 4 ? [received, received] : [])
            return alert(
                phase, of: .init(rule: "r", target: "t", unit: "u", scope: "\(index)"), episode: index,
                memory: index > 3 ? memory : nil)
        }
        _ = try ledger.commit(Tick(alerts: alerts.reversed(), transitions: [], evaluatedThrough: received))
        #expect(try Ledger(path: folder.ledger, readOnly: true).load(registers: []).alerts == alerts)
    }

    @Test func transitionsAreNumberedWithoutGaps() throws {
        let first = try ledger.commit(
            Tick(alerts: [], transitions: [try transition(), try transition(.resolved)], evaluatedThrough: received)
        ).transitions
        #expect(first.map(\.seq) == [1, 2])
        let later = received.adding(seconds: 60)
        let second = try ledger.commit(Tick(alerts: [], transitions: [try transition()], evaluatedThrough: later))
            .transitions
        #expect(second.map(\.seq) == [3])
        #expect(try ledger.transitions(after: 0, limit: 10) == first + second)
        #expect(try ledger.transitions(after: 1, limit: 1) == [first[1]])
        let contents = try ledger.load(registers: [])
        #expect(contents.lastTransition == 3)
        #expect(contents.evaluatedThrough == later)
    }

    @Test func anAlertIsReplacedOrForgotten() throws {
        let other = AlertIdentity(rule: "late", target: "talent.recruits", unit: "HQ")
        _ = try ledger.commit(
            Tick(
                alerts: [alert(.inactive), alert(.inactive, of: other)], transitions: [], evaluatedThrough: received))
        let firing = alert(.firing(.init(since: received, severity: .warning, pendingSince: received)), episode: 2)
        _ = try ledger.commit(
            Tick(alerts: [firing], forgotten: [other], transitions: [], evaluatedThrough: received))
        #expect(try ledger.load(registers: []).alerts == [firing])
    }

    @Test func whatCameAfterTheLatestCommitIsFresh() throws {
        let tick = Tick(alerts: [], transitions: [], evaluatedThrough: received)
        func fresh() throws -> [Int] {
            let contents = try ledger.load(registers: [events()])
            return [contents.freshReports.count, contents.freshRegisterRows]
        }
        _ = try ledger.record(reports([try observation()]))
        #expect(try fresh() == [1, 0], "nothing was ever committed")
        _ = try ledger.commit(tick)
        #expect(try fresh() == [0, 0])
        _ = try ledger.record(reports([try observation(value: 4, revision: 2)], sha256: "bb"))
        _ = try ledger.record(upload([event("E1"), event("E2")], sha256: "e1"), schema: events())
        #expect(try fresh() == [1, 2])
        #expect(try ledger.load(registers: []).freshReports.values.allSatisfy { $0 }, "it corrects")
        #expect(try ledger.observations().last?.revision == 2)
        _ = try ledger.commit(tick)
        #expect(try fresh() == [0, 0])
    }

    @Test func anEmptyLedgerHasNoMoment() throws {
        let contents = try ledger.load(registers: [])
        #expect(contents.evaluatedThrough == nil)
        #expect(contents.lastTransition == 0)
        #expect(try ledger.observations().isEmpty)
    }
}
