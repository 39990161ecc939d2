import Testing

@testable import KPICore

/// How a parent's value is made of its children's.
struct RollUpTests {
    private let submitted = "2021-06-30T00:00:00Z"

    private func report(
        from unit: UnitID, _ value: Double?, of parts: (numerator: Double, denominator: Double)? = nil,
        form: Form = .level
    ) -> Observation {
        Samples.report(from: unit, on: "2021-06", value, form: form, of: parts, at: submitted)
    }

    private func assess(_ target: Target, _ reports: [Observation], _ units: UnitTree = Samples.tree())
        -> TargetAssessment
    {
        Samples.assess(target, reports, asOf: Samples.after("2021-06"), units: units)
    }

    @Test func amountsAddUp() {
        let result = assess(
            Samples.target(), [report(from: "north", 5, form: .delta), report(from: "south", 7, form: .delta)])
        #expect(result.whole.value == 12)
        #expect(result.units.map { $0?.value } == [12, 5, 7])
    }

    /// 3 of 4 and 1 of 16 are 4 of 20. The mean of the two rates would be twice as much.
    @Test func ratiosArePooled() {
        let target = Samples.target(kind: .ratio, goal: .atLeast(1))
        let whole = assess(target, [report(from: "north", nil, of: (3, 4)), report(from: "south", nil, of: (1, 16))])
            .whole
        #expect(whole.value == 0.2)
        #expect(whole.measurement?.numerator == 4 && whole.measurement?.denominator == 20)
    }

    @Test func aRatioWithoutPartsCannotBePooled() {
        let target = Samples.target(kind: .ratio, goal: .atLeast(1))
        let half = assess(target, [report(from: "north", 0.75), report(from: "south", nil, of: (1, 16))])
        #expect(half.whole.value == nil && half.units[1]?.value == 0.75)
        #expect(assess(target, [report(from: "north", 0.75)]).whole.value == 0.75, "one alone is the whole")
    }

    @Test func nothingOverNothingIsNotKnown() {
        let target = Samples.target(kind: .ratio, goal: .atLeast(1))
        #expect(assess(target, [report(from: "north", nil, of: (0, 0))]).whole.value == nil)
    }

    @Test func threeLevelsCountEachUnitOnce() {
        let units = Samples.tree(["east": "all", "pier": "east", "mill": "east", "west": "all"])
        let reports = [
            report(from: "pier", 1, form: .delta), report(from: "mill", 2, form: .delta),
            report(from: "west", 4, form: .delta),
        ]
        let result = assess(Samples.target(), reports, units)
        let values = Dictionary(
            uniqueKeysWithValues: zip(units.units, result.units).map { ($0.id.text, $1?.value ?? -1) })
        #expect(values == ["all": 7, "east": 3, "pier": 1, "mill": 2, "west": 4])
    }

    /// A parent that reports too is compared with its children, not added to them.
    @Test func aParentsOwnFigureIsNotAddedToItsChildren() {
        let units = Samples.tree(["east": "all", "pier": "east", "mill": "east"])
        let own = report(from: "east", 100, form: .delta)
        #expect(assess(Samples.target(), [own, report(from: "pier", 1, form: .delta)], units).whole.value == 1)
        #expect(assess(Samples.target(), [own], units).whole.value == 100, "without children it is all there is")
    }

    @Test func boundsAddUpToo() {
        let some = Samples.bounded(
            from: "north", on: "2021-06", Quantity(lower: 130, upper: 139), at: submitted)
        let nearly = Samples.bounded(from: "north", on: "2021-06", Quantity(lower: nil, upper: 200), at: submitted)
        let ten = report(from: "south", 10, form: .delta)
        #expect(
            assess(Samples.target(), [some, ten]).whole.measurement?.value == Quantity(lower: 140, upper: 149))
        #expect(
            assess(Samples.target(), [nearly, ten]).whole.measurement?.value == Quantity(lower: nil, upper: 210))
    }
}
