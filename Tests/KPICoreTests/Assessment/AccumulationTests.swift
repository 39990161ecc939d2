import Testing

@testable import KPICore

/// Figures add up over the window, or each period stands for itself.
struct AccumulationTests {
    private func assess(
        _ accumulates: Bool, kind: Kind = .ratio, form: Form, _ observations: [Observation], _ month: String = "2021-03"
    ) -> TargetAssessment {
        let target = Samples.target(
            kind: kind, goal: .atLeast(0.95), baseline: nil, form: form, accumulates: accumulates,
            reporters: ["north", "south"])
        return Samples.assess(target, observations, asOf: Samples.after(month))
    }

    private func report(_ unit: UnitID, _ month: String, _ top: Double, _ bottom: Double, _ form: Form) -> Observation {
        Samples.report(from: unit, on: month, nil, form: form, of: (top, bottom), at: "2021-04-01T00:00:00Z")
    }

    @Test(arguments: [Form.delta, .level])
    func anUnreportedMonthIsNotTheMonthBefore(form: Form) {
        let observations = [
            report("north", "2021-02", 9, 10, form), report("south", "2021-02", 5, 10, form),
            report("south", "2021-03", 8, 10, form),
        ]
        let alone = assess(false, form: form, observations)
        #expect(alone.whole.value == 0.8 && alone.units[1]?.value == nil && alone.units[1]?.light == .noData)
        let together = assess(true, form: form, observations)
        #expect(together.units[1]?.value == 0.9)
        #expect(near(together.whole.value, form == .delta ? 22.0 / 30 : 17.0 / 20))
    }

    @Test func countsBeginAnew() {
        let months = ["2021-01", "2021-02", "2021-03"]
        let observations = months.map { Samples.report(on: $0, 4, at: "2021-04-01T00:00:00Z") }
        #expect(assess(false, kind: .count, form: .delta, observations).whole.value == 4)
        #expect(assess(true, kind: .count, form: .delta, observations).whole.value == 12)
    }

    @Test func shorterPeriodsMakeUpTheirOwn() {
        let observations = ["2021-02-27", "2021-03-05", "2021-03-06"].map {
            Samples.report(on: $0, 4, at: "2021-04-01T00:00:00Z")
        }
        #expect(assess(false, kind: .count, form: .delta, observations).whole.value == 8)
    }

    @Test func historyShowsEachPeriodAlone() {
        let target = Samples.target(
            kind: .ratio, goal: .atLeast(0.95), baseline: nil, form: .level, accumulates: false, reporters: ["north"])
        let facts = Samples.facts([
            report("north", "2021-01", 9, 10, .level), report("north", "2021-03", 8, 10, .level),
        ])
        let records = PeriodHistory(Samples.catalog([target]), facts, asOf: Samples.after("2021-03")).records(of: 0)
        #expect(records.map(\.now.value) == [0.9, nil, 0.8])
    }
}
