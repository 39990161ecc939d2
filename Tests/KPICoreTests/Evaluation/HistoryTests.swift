import TestSeeds
import Testing

@testable import KPICore

/// What alerts did is a function of the ledger: not of when somebody looked, nor of how often the daemon started.
struct HistoryTests {
    private static let end = moment("2021-07-20T00:00:00Z")

    @Test(arguments: [RandomWorld.catalog, RandomWorld.editions], seeds(1))
    func anyStepsComeToTheSame(catalog: Catalog, seed: Int) {
        var world = RandomWorld(seed: seed, catalog: catalog)
        let once = world.walk([Self.end])
        var steps = (0..<Int.random(in: 1...7, using: &world.random)).map { _ in
            RandomLedger.moment(&world.random)
        }
        steps = steps.filter { $0 < Self.end }.sorted() + [Self.end]
        let several = world.walk(steps)
        #expect(!once.transitions.isEmpty)
        #expect(
            several == once,
            "\(several.difference(from: once))\n\(steps.map { $0.utc })")
    }

    /// A new process has the alerts and the moment reached, and no assessment.
    @Test(arguments: [RandomWorld.catalog, RandomWorld.editions], seeds(1))
    func aStartFromTheLedgerIsNoEvent(catalog: Catalog, seed: Int) {
        var world = RandomWorld(seed: 1000 + seed, catalog: catalog)
        let steps =
            (0..<6).map { _ in RandomLedger.moment(&world.random) }.filter { $0 < Self.end }.sorted() + [Self.end]
        let started = world.walk(steps) {
            EvaluationState(evaluatedThrough: $0.evaluatedThrough, alerts: $0.alerts)
        }
        let running = world.walk(steps)
        #expect(started == running, "\(started.difference(from: running))")
    }

    @Test func theRandomWorldLivesThroughTakeovers() {
        let history = RandomWorld(seed: 0, catalog: RandomWorld.editions).walk([Self.end])
        #expect(history.transitions.contains { $0.reason == .editionClosed })
        #expect(history.past.map(\.count) == [2, 1, 1, 1, 1, 1])
    }

    /// What cannot be committed is taken back, however often, and then decided as if nothing had been.
    @Test(arguments: seeds(1))
    func whatIsTakenBackIsDecidedAgain(seed: Int) {
        var world = RandomWorld(seed: 2000 + seed)
        let steps =
            (0..<6).map { _ in RandomLedger.moment(&world.random) }.filter { $0 < Self.end }.sorted() + [Self.end]
        let straight = world.walk(steps)
        let evaluator = Evaluator(world.catalog, world.facts)
        var (state, history) = (EvaluationState(), RandomWorld.History())
        for (number, step) in steps.enumerated() {
            if number % 2 == 1, step != Self.end {
                let before = state.assessments
                state = evaluator.advance(state, to: step).undone
                #expect(state.assessments.map { $0?.ref } == before.map { $0?.ref }, "and shown as it was")
                continue
            }
            let advance = evaluator.advance(state, to: step)
            state = advance.state
            history.transitions += advance.transitions
        }
        history.alerts = state.alerts
        #expect(history.transitions == straight.transitions && history.difference(from: straight) == "none")
    }

    @Test func nothingIsJudgedBeforeItsFirstPeriodIsDue() {
        let rule = Samples.rule("early", when: [.info: "days_left > 10"])
        let target = Samples.target(window: days("2021-03-01", "2021-12-31"))
        let evaluator = Evaluator(Samples.catalog([target], rules: [rule]), Facts())
        let early = evaluator.advance(EvaluationState(), to: moment("2021-02-20T00:00:00Z"))
        #expect(early.transitions.isEmpty && early.state.alerts.isEmpty)
        #expect(early.state.assessments.count == 1 && early.state.assessments[0] != nil, "but it is shown")
        let later = evaluator.advance(early.state, to: moment("2021-04-10T00:00:00Z"))
        #expect(
            later.transitions.map(\.line) == [
                "2021-04-05T12:00:00+00:00 early/visits/all inactive -> firing info (condition_held)"
            ])
    }

    /// Two figures of one revision that differ, on a month that is not due yet.
    @Test func aContradictionIsToldWhenItCame() {
        let rule = Samples.rule("conflict", each: .unit, when: [.warning: "conflict"])
        let reports = [
            Samples.report(on: "2021-06", 5, at: "2021-06-10T08:00:00Z"),
            Samples.report(on: "2021-06", 6, at: "2021-06-11T08:00:00Z"),
            Samples.report(on: "2021-06", 7, revision: 2, at: "2021-06-14T08:00:00Z"),
        ]
        let catalog = Samples.catalog([Samples.target(allocation: ["north": 60])], rules: [rule])
        let found = Evaluator(catalog, Samples.facts(reports)).advance(
            EvaluationState(), to: moment("2021-06-20T00:00:00Z"))
        #expect(
            found.transitions.map(\.line) == [
                "2021-06-11T08:00:00+00:00 conflict/visits/north inactive -> firing warning (condition_held)",
                "2021-06-14T08:00:00+00:00 conflict/visits/north firing -> resolved warning (data_corrected)",
            ])
    }

    @Test func aRateIsJudgedWhenTheLaterDeadlineOfAnotherTargetPasses() {
        let rule = Samples.rule("slack", where: "id == \"rate\"", when: [.warning: "value < 1"])
        let late = Samples.target(
            allocation: ["north": 60], deadline: Deadline(.working(8), at: Samples.clock("17:30")))
        let rate = Samples.target("rate", kind: .ratio, goal: .atLeast(1), source: .reporting(.completeness))
        let found = Evaluator(Samples.catalog([late, rate], rules: [rule]), Facts()).advance(
            EvaluationState(), to: moment("2021-02-20T00:00:00Z"))
        #expect(
            found.transitions.map { $0.at.utc } == ["2021-02-10T17:30:00+00:00"])
    }
}
