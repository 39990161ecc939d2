import CEL
import Testing

@testable import KPICore

/// An alert that clears and is not over yet.
struct RecoveryTests {
    private let january = Samples.report(on: "2021-01", 1, at: "2021-02-01T00:00:00Z")
    private let north = AlertIdentity(rule: "behind", target: "visits", unit: "all")

    private func rule(_ keep: Delay?, message: String = "at") -> Rule {
        Samples.rule(when: [.warning: "value < 3"], clear: "value >= 5", keep: keep, message: message)
    }

    private func advance(
        _ rule: Rule, _ reports: [Observation], from state: EvaluationState = EvaluationState(),
        to end: String = "2021-12-31T00:00:00Z"
    ) -> Advance {
        let catalog = Samples.catalog([Samples.target(allocation: ["north": 120])], rules: [rule])
        return Evaluator(catalog, Samples.facts(reports)).advance(state, to: moment(end))
    }

    /// Fired on 3 February, cleared by February's figure on 3 March.
    private let cleared = Samples.report(on: "2021-02", 7, at: "2021-03-01T00:00:00Z")

    @Test(arguments: [
        (Delay.seconds(90_000), "2021-03-04T13:00:00+00:00"), (.workingDays(3), "2021-03-08T12:00:00+00:00"),
        (.periods(2), "2021-04-05T12:00:00+00:00"), (.periods(1), "2021-03-03T12:00:00+00:00"),
    ])
    func itIsOverAtItsOwnMoment(keep: Delay, end: String) throws {
        let found = advance(rule(keep), [january, cleared])
        let last = try #require(found.transitions.last)
        #expect(last.at.utc == end && last.to == .resolved && last.episode == 1)
        guard keep != .periods(1) else { return }
        #expect(last.reason == .stayedClear)
        #expect(found.transitions.map(\.to) == [.firing, .recovering, .resolved])
        #expect(found.transitions[1].reason == .conditionCleared)
        guard case .resolved(let resolved) = found.state.alerts[north]?.phase else { return }
        #expect(resolved.firedSince == moment("2021-02-03T12:00:00Z"))
    }

    @Test func theConditionReturnsInTheSameEpisode() {
        let fell = Samples.report(on: "2021-03", -6, at: "2021-04-01T00:00:00Z")
        let found = advance(rule(.periods(2)), [january, cleared, fell])
        #expect(found.transitions.map(\.to) == [.firing, .recovering, .firing])
        #expect(found.transitions.last?.reason == .conditionReturned && found.transitions.last?.episode == 1)
        let since = moment("2021-02-03T12:00:00Z")
        #expect(found.state.alerts[north]?.phase.since == since)
        let between = Samples.report(on: "2021-03", -4, at: "2021-04-01T00:00:00Z")
        #expect(advance(rule(.periods(2)), [january, cleared, between]).transitions.last?.reason == .clearEnded)
    }

    /// The figure is taken back while the alert recovers: nothing is known when the time is over.
    @Test func silenceNeitherEndsNorResetsIt() throws {
        let retracted = [1, 2].map {
            Samples.report(on: "2021-0\($0)", nil, revision: 2, at: "2021-03-04T00:00:00Z")
        }
        let silent = advance(rule(.workingDays(3)), [january, cleared] + retracted, to: "2021-03-31T00:00:00Z")
        guard case .recovering(let recovering) = silent.state.alerts[north]?.phase else {
            Issue.record("recovers still")
            return
        }
        #expect(recovering.since == moment("2021-03-03T12:00:00Z"))
        let corrected = Samples.report(on: "2021-02", 9, revision: 3, at: "2021-03-20T00:00:00Z")
        let known = advance(
            rule(.workingDays(3)), [january, cleared] + retracted + [corrected], to: "2021-03-31T00:00:00Z")
        #expect(known.transitions.last?.at.utc == "2021-03-20T00:00:00+00:00", "it was due long since")
    }

    @Test func aFailureChangesNothing() {
        let failing = Samples.rule(when: [.warning: "1 / size(tags) > 5"], keep: .workingDays(3))
        let before = advance(rule(.workingDays(3)), [january, cleared], to: "2021-03-04T00:00:00Z").state
        let reloaded = EvaluationState(evaluatedThrough: before.evaluatedThrough, alerts: before.alerts)
        let after = advance(failing, [january, cleared], from: reloaded, to: "2021-03-31T00:00:00Z")
        #expect(after.transitions.isEmpty && after.state.alerts[north] == before.alerts[north])
    }

    @Test func anEditOfWordsOrWaitsDoesNotResetIt() throws {
        let before = advance(rule(.workingDays(3)), [january, cleared], to: "2021-03-04T00:00:00Z").state
        let phase = try #require(before.alerts[north]?.phase)
        for edited in [rule(.workingDays(3), message: "stands at"), rule(.workingDays(9)), rule(.periods(2))] {
            let reloaded = EvaluationState(evaluatedThrough: before.evaluatedThrough, alerts: before.alerts)
            let after = advance(edited, [january, cleared], from: reloaded, to: "2021-03-05T00:00:00Z")
            #expect(after.transitions.isEmpty && after.state.alerts[north]?.phase == phase)
        }
    }

    @Test func itCountsAsOpen() {
        let state = advance(rule(.workingDays(3)), [january, cleared], to: "2021-03-04T00:00:00Z").state
        #expect(state.alerts.open.map(\.identity) == [north])
        #expect(state.alerts[north]?.phase.begun == moment("2021-02-03T12:00:00Z"))
    }

    /// A register that is looked at every day: its periods are months all the same.
    @Test func periodsOfWhatIsJudgedDayByDayArePeriods() {
        let environment = RegisterVariables.environment(of: Samples.needs, Samples.utc)
        let target = Samples.target(
            goal: .atLeast(4), window: days("2021-05-10", "2021-12-31"),
            source: .register(RegisterMeasure(register: "needs", environment: environment, isLive: true)),
            reporters: [])
        let rule = Samples.rule(when: [.warning: "value < 9"], for: .periods(2))
        let catalog = Samples.catalog([target], rules: [rule], registers: [Samples.needs])
        var facts = Facts(catalog.formerNames)
        facts.registers.add(
            Samples.need("N1", opened: day("2021-05-10"), in: "north", at: moment("2021-05-10T09:00:00Z")))
        let found = Evaluator(catalog, facts).advance(EvaluationState(), to: moment("2021-07-20T00:00:00Z"))
        #expect(
            found.transitions.map(\.line) == [
                "2021-05-10T00:00:00+00:00 behind/visits/all inactive -> pending warning (condition_holds)",
                "2021-06-01T00:00:00+00:00 behind/visits/all pending -> firing warning (condition_held)",
            ])
    }
}
