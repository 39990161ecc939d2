import Testing

@testable import KPICore

/// How levels of units become one: each unit's last value, each unit once.
struct AggregateTests {
    private static let units = Samples.tree(
        ["east": "all", "pier": "east", "mill": "east", "west": "all", "south": "all"])

    private func east(_ result: TargetAssessment) -> Double? {
        Self.units.index(of: "east").flatMap { result.units[$0]?.value }
    }

    private func assess(
        _ aggregate: Aggregate, goal: Goal = .atLeast(10), kind: Kind = .level, _ values: [UnitID: Quantity]
    ) -> TargetAssessment {
        let target = Samples.target(kind: kind, goal: goal, form: .level, aggregate: aggregate)
        let reports = values.map {
            Samples.bounded(from: $0.key, on: "2021-06", $0.value, form: .level, at: "2021-06-30T00:00:00Z")
        }
        return Samples.assess(target, reports, asOf: Samples.after("2021-06"), units: Self.units)
    }

    private static let values: [UnitID: Quantity] = [
        "pier": Quantity(1), "mill": Quantity(3), "west": Quantity(8), "south": Quantity(20),
    ]

    /// A mean of means or a median of medians would weigh the east's two as one.
    @Test(
        arguments: [
            (.sum, 32, 4), (.sumOfLast, 32, 4), (.distinctUnion, 32, 4), (.min, 1, 1), (.max, 20, 3), (.mean, 8, 2),
            (.median, 5.5, 2), (.worst, 1, 1), (.weightedMean(["pier": 1, "west": 3]), 6.25, 1),
            (.weightedMean(["pier": 1, "mill": 3, "west": 0]), 2.5, 2.5),
        ] as [(Aggregate, Double, Double)])
    func unitsComeTogether(aggregate: Aggregate, whole: Double, east: Double) {
        let result = assess(aggregate, Self.values)
        #expect(near(result.whole.value, whole) && near(self.east(result), east))
    }

    @Test func aWeightOfZeroDoesNotCount() {
        let weights: Aggregate = .weightedMean(["pier": 2, "west": 2, "south": 0])
        #expect(assess(weights, Self.values).whole.value == 4.5)
        #expect(assess(weights, ["pier": Quantity(1), "west": Quantity(8)]).whole.value == 4.5)
        #expect(assess(weights, ["south": Quantity(20), "mill": Quantity(3)]).whole.value == nil, "nobody counts")
        #expect(assess(weights, ["west": Quantity(8), "south": Quantity(20)]).whole.value == 8, "who has a figure")
    }

    @Test func theWorstIsTheOneFurthestFromTheGoal() {
        #expect(assess(.worst, goal: .atMost(10), Self.values).whole.value == 20)
        #expect(assess(.worst, goal: .atLeast(10), Self.values).whole.value == 1)
        #expect(assess(.worst, goal: .exactly(9), Self.values).whole.value == 20)
        #expect(assess(.worst, goal: .between(2, 19.5), Self.values).whole.value == 1)
        #expect(assess(.worst, goal: .between(2, 15), Self.values).whole.value == 20)
    }

    @Test func ratiosKeepTheirPartsWhereOneOfThemIsMeant() {
        let target = Samples.target(kind: .ratio, goal: .atLeast(1), form: .level, aggregate: .min)
        let reports: [Observation] = [("pier", (3.0, 4.0)), ("west", (1, 16))].map { unit, parts in
            Samples.report(
                from: UnitID(unit), on: "2021-06", nil, form: .level, of: (parts.0, parts.1), at: "2021-06-30T00:00:00Z"
            )
        }
        let result = Samples.assess(target, reports, asOf: Samples.after("2021-06"), units: Self.units)
        #expect(result.whole.measurement == .ratio(1, 16))
    }

    /// 130余, 近200 and an exact 135: a bound that is missing lies beyond all others.
    @Test(
        arguments: [
            (.sum, 265, 274), (.min, 130, 135), (.max, 135, 139), (.mean, 132.5, 137), (.median, 132.5, 137),
            (.weightedMean(["pier": 3, "mill": 1]), 131.25, 138),
        ] as [(Aggregate, Double, Double)])
    func boundsStayBounds(aggregate: Aggregate, lower: Double, upper: Double) {
        let some = Quantity(lower: 130, upper: 139)
        let found = assess(aggregate, ["pier": some, "mill": Quantity(135)]).whole.measurement?.value
        #expect(near(found?.lower, lower) && near(found?.upper, upper))
    }

    @Test func aMissingBoundIsKnownToBeMissing() {
        let values: [UnitID: Quantity] = ["pier": Quantity(lower: nil, upper: 200), "mill": Quantity(150)]
        func bounds(_ aggregate: Aggregate) -> Quantity? { assess(aggregate, values).whole.measurement?.value }
        #expect(bounds(.min) == Quantity(lower: nil, upper: 150))
        #expect(bounds(.max) == Quantity(lower: 150, upper: 200), "whatever it is, it is no less than 150")
        #expect(bounds(.mean) == Quantity(lower: nil, upper: 175))
        #expect(bounds(.median) == Quantity(lower: nil, upper: 175))
        #expect(bounds(.weightedMean(["pier": 1, "mill": 0])) == Quantity(lower: nil, upper: 200))
        #expect(bounds(.weightedMean(["pier": 0, "mill": 1])) == Quantity(150), "nor is it asked of who has no weight")
        #expect(bounds(.worst) == Quantity(lower: nil, upper: 200), "what is not known is furthest")
    }

    @Test func theLastValueStandsAndAParentsOwnIsACheck() {
        let target = Samples.target(kind: .level, goal: .atLeast(10), form: .level, aggregate: .mean)
        let reports = [
            Samples.report(from: "pier", on: "2021-02", 6, form: .level, at: "2021-06-30T00:00:00Z"),
            Samples.report(from: "west", on: "2021-03", 9, form: .level, at: "2021-06-30T00:00:00Z"),
            Samples.report(from: "west", on: "2021-06", 2, form: .level, at: "2021-06-30T00:00:00Z"),
            Samples.report(from: "east", on: "2021-06", 90, form: .level, at: "2021-06-30T00:00:00Z"),
        ]
        let result = Samples.assess(target, reports, asOf: Samples.after("2021-06"), units: Self.units)
        #expect(result.whole.value == 4 && east(result) == 6)
        let alone = Samples.assess(target, [reports[3]], asOf: Samples.after("2021-06"), units: Self.units)
        #expect(alone.whole.value == 90, "without children it is all there is")
    }

    /// 0.1 + 0.2 + 0.3 depends on the order in which it is added.
    @Test func sumsDoNotDependOnTheOrder() {
        let numbers = [0.1, 0.2, 0.3]
        for aggregate in [Aggregate.sum, .mean, .sumOfLast] {
            #expect(aggregate.of(numbers) == aggregate.of(numbers.reversed()))
        }
        #expect(Aggregate.median.of([3, 1, 2]) == 2 && Aggregate.median.of([4, 1, 3, 2]) == 2.5)
        #expect(Aggregate.median.of([]) == nil && Aggregate.sum.of([]) == nil)
    }
}
