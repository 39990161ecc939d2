import Testing

@testable import KPICore

/// A target without a measure, like a programme of which nothing but the name is known: it is shown, and says why.
struct UnmeasuredTests {
    @Test(arguments: Kind.allCases)
    func itHasNoValueWhateverIsReported(kind: Kind) {
        let compositions: [Kind: Composition] = [
            .milestone: .stages([Samples.stage("done", due: "2021-12-31")]), .checklist: .items([]),
            .coverage: .members(.listed([]), atLeast: 1), .cadence: .periods(.month, atLeast: 1),
        ]
        let target = Samples.target(
            kind: kind, goal: .atLeast(1), allocation: ["north": 1], frequency: .event, source: .unmeasured,
            composition: compositions[kind])
        let report = Samples.report(on: "2021-05", 1, at: "2021-06-01T00:00:00Z")
        let result = Samples.assess(target, [report], asOf: Samples.after("2021-06"))
        for assessment in [result.whole, result.units[1]] {
            #expect(assessment?.value == nil && assessment?.progress == nil && assessment?.isAchieved == nil)
            #expect(assessment?.verdict == Verdict(.noData, .unmeasured))
        }
        #expect(result.parts.isEmpty)
        #expect(result.whole.verdict.why == Label(zh: "尚未规定如何衡量", en: "nobody has said how it is measured"))
    }

    @Test func noRuleFiresOfIt() {
        let target = Samples.target(source: .unmeasured)
        let rules = [
            Samples.rule("low", when: [.warning: "value < 5"]),
            Samples.rule("dark", when: [.info: "light == \"no_data\""]),
        ]
        let advance = Evaluator(Samples.catalog([target], rules: rules), Facts()).advance(
            EvaluationState(), to: moment("2021-03-01T00:00:00Z"))
        #expect(advance.transitions.map(\.alert.rule) == ["dark"], "but one may ask for the light")
    }
}
