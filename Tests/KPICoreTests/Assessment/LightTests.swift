import Testing

@testable import KPICore

/// The five policies that are shipped, at their edges.
struct LightTests {
    private static func policy(
        _ id: PolicyID, _ measure: LightPolicy.Measure, _ bands: [(Light, LightPolicy.Bound)]
    ) -> LightPolicy {
        LightPolicy(
            id: id, label: Label("\(id)"), measure: measure, bands: bands.map { LightPolicy.Band($0.0, $0.1) })
    }

    static let policies = [
        policy(
            "pace-standard", .paceRatio,
            [(.onTrack, .atLeast(0.95)), (.attention, .atLeast(0.85)), (.atRisk, .atLeast(0.6))]),
        policy("pace-gov", .gapPoints, [(.onTrack, .below(10)), (.atRisk, .atMost(30))]),
        policy("half-time", .paceRatioPeriods, [(.onTrack, .atLeast(1)), (.atRisk, .atLeast(0.8))]),
        policy("okr", .gapPoints, [(.onTrack, .below(16.5)), (.atRisk, .atMost(33))]),
        policy("threshold", .held, []),
    ]

    /// 200 are asked, half of them by the end of June, when half the periods are over.
    private func light(_ value: Double, by policy: PolicyID, due: String? = nil) -> Verdict {
        let target = Samples.target(goal: .atLeast(200), curve: .linear(.periods), due: due, policy: policy)
        let report = Samples.report(on: "2021-06", value, form: .cumulative, at: "2021-07-01T00:00:00Z")
        return Samples.assess(target, [report], asOf: Samples.after("2021-06"), policies: Self.policies).whole.verdict
    }

    @Test(
        arguments: [
            ("pace-standard", 200.0, Light.achieved), ("pace-standard", 95, .onTrack),
            ("pace-standard", 94.9, .attention),
            ("pace-standard", 85, .attention), ("pace-standard", 84.9, .atRisk), ("pace-standard", 60, .atRisk),
            ("pace-standard", 59.9, .offTrack), ("pace-standard", 0, .offTrack),
            ("pace-gov", 200, .achieved), ("pace-gov", 80.1, .onTrack), ("pace-gov", 80, .atRisk),
            ("pace-gov", 40, .atRisk),
            ("pace-gov", 39.9, .offTrack),
            ("half-time", 200, .achieved), ("half-time", 100, .onTrack), ("half-time", 99.9, .atRisk),
            ("half-time", 80, .atRisk), ("half-time", 79.9, .offTrack),
            ("okr", 200, .achieved), ("okr", 67.1, .onTrack), ("okr", 67, .atRisk), ("okr", 34, .atRisk),
            ("okr", 33.9, .offTrack),
            ("threshold", 200, .achieved), ("threshold", 199.9, .offTrack),
        ] as [(String, Double, Light)])
    func everyBandBeginsWhereItSays(policy: String, value: Double, expected: Light) {
        #expect(light(value, by: PolicyID(policy)).light == expected)
    }

    @Test(
        arguments: [
            (LightPolicy.Bound.atLeast(0.95), 0.95 - 0.5e-9, true), (.atLeast(0.95), 0.95 - 2e-9, false),
            (.above(0.95), 0.95 + 0.5e-9, false), (.above(0.95), 0.95 + 2e-9, true),
            (.atMost(30), 30 + 0.5e-9, true), (.atMost(30), 30 + 2e-9, false),
            (.below(10), 10 - 0.5e-9, false), (.below(10), 10 - 2e-9, true),
        ] as [(LightPolicy.Bound, Double, Bool)])
    func boundsHaveATolerance(bound: LightPolicy.Bound, value: Double, holds: Bool) {
        #expect(bound.holds(value) == holds)
    }

    @Test(
        arguments: [
            (Goal.atLeast(20), 20 - 0.5e-9, true), (.atLeast(20), 20 - 2e-9, false), (.atMost(3), 3 + 0.5e-9, true),
            (.atMost(3), 3 + 2e-9, false), (.exactly(5), 5 - 0.5e-9, true), (.exactly(5), 5 + 2e-9, false),
            (.between(2, 5), 5 + 0.5e-9, true), (.between(2, 5), 2 - 2e-9, false),
        ] as [(Goal, Double, Bool)])
    func goalsHaveTheSame(goal: Goal, value: Double, isMet: Bool) {
        #expect(goal.isMet(by: Quantity(value)) == isMet)
    }

    @Test(arguments: policies.map(\.id))
    func beforeThePlanBeginsEveryPolicySaysSo(policy: PolicyID) {
        func light(_ value: Double) -> Light {
            let target = Samples.target(curve: .steps([.init(day("2021-12-31"), 1)]), policy: policy)
            let report = Samples.report(on: "2021-06", value, at: "2021-07-01T00:00:00Z")
            return Samples.assess(target, [report], asOf: Samples.after("2021-06"), policies: Self.policies).whole.light
        }
        #expect(light(0) == .notStarted && light(1) == .onTrack && light(120) == .achieved)
    }

    /// 198 of 200 would be on track by its ratio, 180 in want of attention.
    @Test(arguments: [(198.0, Light.atRisk), (180, .atRisk), (119, .offTrack), (200, .achieved)] as [(Double, Light)])
    func afterTheDueDayAtRiskIsTheBest(value: Double, expected: Light) {
        let verdict = light(value, by: "pace-standard", due: "2021-03-31")
        #expect(verdict.light == expected)
        #expect(verdict.why.en.hasSuffix("the due day has passed") == (value == 198 || value == 180))
    }

    @Test func aUnitWithoutAShareHasAValueAndNoLight() throws {
        let target = Samples.target(allocation: ["south": 60], reporters: ["north", "south"])
        let report = Samples.report(from: "north", on: "2021-06", 60, at: "2021-07-01T00:00:00Z")
        let north = try #require(Samples.assess(target, [report], asOf: Samples.after("2021-06")).units[1])
        #expect(north.value == 60 && north.goal == nil && north.light == .noData)
        #expect(north.progress == nil && north.planned == nil && north.gapPoints == nil)
        #expect(north.verdict.why.en == "no goal is allocated")
    }

    @Test func theReasonNamesTheBandAndItsNumbers() {
        #expect(light(90, by: "pace-standard").why == Label(zh: "进度比 0.9 ≥ 0.85", en: "pace ratio 0.9 ≥ 0.85"))
        #expect(light(60, by: "pace-gov").why.en == "points behind 20 ≤ 30")
        #expect(light(10, by: "half-time").why.en == "pace ratio by periods 0.1 is in no band")
    }
}
