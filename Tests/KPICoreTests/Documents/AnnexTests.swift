import TestSeeds
import Testing

@testable import KPICore

/// What is told of a target beside its assessment is made when it is assessed, and not before.
struct AnnexTests {
    private let catalog = Samples.catalog([
        Samples.target(allocation: ["north": 120]), Samples.target("calls", allocation: ["north": 120]),
    ])
    private let july = moment("2021-07-10T09:00:00Z")
    private let reports = ["visits", "calls"].map {
        Samples.report(TargetID($0), on: "2021-06", 10, at: "2021-07-01T00:00:00Z")
    }

    private func histories(_ annexes: Annexes) -> [[Double?]] {
        catalog.targets.indices.map { annexes[$0]?.history.map(\.valueNow) ?? [] }
    }

    @Test func anEvaluationTellsWhatItAssessed() {
        let evaluator = Evaluator(catalog, Samples.facts(reports))
        let first = evaluator.advance(EvaluationState(), to: july)
        #expect(first.assessed == [0, 1])
        let idle = evaluator.advance(first.state, to: july.adding(seconds: 60))
        #expect(idle.assessed.isEmpty)
        let come = evaluator.advance(
            idle.state, to: july.adding(seconds: 120), after: Evaluator.Change(targets: ["calls"]))
        #expect(come.assessed == [1])
        let due = evaluator.advance(idle.state, to: moment("2021-08-05T00:00:00Z"))
        #expect(due.assessed == [0, 1], "July has become due")
    }

    @Test func anAnnexIsKeptUntilItsTargetIsAssessed() {
        var annexes = Annexes()
        let state = Evaluator(catalog, Samples.facts(reports)).advance(EvaluationState(), to: july).state
        annexes.complete(for: state, catalog, Samples.facts(reports), at: july)
        let before: [Double?] = [nil, nil, nil, nil, nil, 10]
        #expect(histories(annexes) == [before, before])
        let more = Samples.facts(
            reports
                + ["visits", "calls"].map {
                    Samples.report(TargetID($0), on: "2021-05", 7, at: "2021-07-09T00:00:00Z")
                })
        annexes.complete(for: state, catalog, more, at: july)
        #expect(histories(annexes) == [before, before], "nothing was assessed")
        annexes.forget([1])
        annexes.complete(for: state, catalog, more, at: july)
        #expect(histories(annexes) == [before, [nil, nil, nil, nil, 7, 17]])
    }

    /// A document that was made from annexes that were kept is the document that is made anew.
    @Test(arguments: seeds(2))
    func keptOrMadeAnewADocumentIsTheSame(seed: Int) {
        var world = RandomWorld(seed: 500 + seed)
        let health = Health(generation: 1, fingerprint: "", lastReload: .init(at: "", ok: true, mistakes: []))
        let evaluator = Evaluator(world.catalog, world.facts)
        var (state, annexes) = (EvaluationState(), Annexes())
        for moment in (0..<6).map({ _ in RandomLedger.moment(&world.random) }).sorted() {
            let advance = evaluator.advance(state, to: moment)
            state = advance.state
            annexes.forget(advance.assessed)
            annexes.complete(for: state, world.catalog, world.facts, at: moment)
            let kept = StatusDocument(
                state, world.catalog, world.facts, asOf: moment, health: health, annexes: annexes)
            let anew = StatusDocument(state, world.catalog, world.facts, asOf: moment, health: health)
            #expect(kept == anew, "\(moment.utc)")
        }
    }
}
