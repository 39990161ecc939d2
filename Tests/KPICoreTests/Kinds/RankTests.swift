import Testing

@testable import KPICore

/// A place among others: lower is better, and there is no way to it that could be planned.
struct RankTests {
    private func assess(
        _ places: KeyValuePairs<String, Double>, baseline: Double? = nil, policy: PolicyID = "held",
        from units: [UnitID] = ["north"]
    ) -> TargetAssessment {
        let target = Samples.target(
            kind: .rank, goal: .atMost(3), baseline: baseline, direction: .decrease, frequency: .every(.quarter),
            form: .level, reporters: units, policy: policy)
        let reports = zip(places, (0..<places.count).map { units[$0 % units.count] }).map { place, unit in
            Samples.report(from: unit, on: place.key, place.value, form: .level, at: "2021-06-28T00:00:00Z")
        }
        return Samples.assess(
            target, reports, asOf: Samples.after("2021-06"), policies: [Samples.held, Samples.pace])
    }

    @Test(arguments: [(3.0, Light.achieved), (1, .achieved), (4, .offTrack)])
    func itIsHeldOrNot(place: Double, expected: Light) {
        let whole = assess(["2021Q1": 2, "2021Q2": place]).whole
        #expect(whole.value == place && whole.light == expected)
        #expect(whole.progress == nil && whole.paceRatio == nil && whole.gapPoints == nil)
        #expect(whole.course.change == place - 2 && whole.course.hasRegressed == (place > 3))
        #expect(near(whole.completion, 2 - place / 3))
    }

    @Test func withABaselineThereIsAWay() {
        let whole = assess(["2021Q2": 7], baseline: 11, policy: "pace").whole
        #expect(near(whole.progress, 0.5) && near(whole.paceRatio, 1.008287) && whole.light == .onTrack)
        #expect(assess(["2021Q2": 7], policy: "pace").whole.verdict == Verdict(.noData, .noBaseline))
    }

    @Test func theWorstOfSeveralCounts() {
        let result = assess(["2021Q2": 2, "2021-Q2": 5], from: ["north", "south"])
        #expect(result.units.map { $0?.value } == [5, 2, 5] && result.whole.light == .offTrack)
    }
}
