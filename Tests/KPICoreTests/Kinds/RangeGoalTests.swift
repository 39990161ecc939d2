import Testing

@testable import KPICore

/// Goals that ask for a value between two others, or for just one.
struct RangeGoalTests {
    private func whole(
        _ goal: Goal, _ value: Quantity, baseline: Double? = 8, policy: PolicyID = "held"
    ) -> Assessment {
        let target = Samples.target(
            kind: .level, goal: goal, baseline: baseline, direction: .maintain, form: .level, policy: policy)
        let report = Samples.bounded(on: "2021-06", value, form: .level, at: "2021-06-30T00:00:00Z")
        return Samples.assess(
            target, [report], asOf: Samples.after("2021-06"), policies: [Samples.held, Samples.pace]
        ).whole
    }

    @Test(
        arguments: [
            (2.0, Light.achieved), (5, .achieved), (5 + 0.5e-9, .achieved), (5.1, .offTrack), (1.9, .offTrack),
        ])
    func itIsHeldOrNot(value: Double, expected: Light) {
        #expect(whole(.between(2, 5), Quantity(value)).light == expected)
    }

    @Test func withoutABaselineItIsHeldOrNotAllTheSame() {
        #expect(whole(.between(2, 5), Quantity(7), baseline: nil).verdict == Verdict(.offTrack, .notMet))
        #expect(whole(.between(2, 5), Quantity(7), baseline: nil).progress == nil)
    }

    /// One may not be praised for what is not certain: of two bounds the one counts that lies farther out.
    @Test(
        arguments: [
            (4, 6, 6, 0.666667), (1, 4, 1, 0.666667), (3.5, 4, 4, 1), (0, 8, 8, 0),
        ] as [(Double, Double, Double, Double)])
    func theFartherBoundCounts(lower: Double, upper: Double, value: Double, progress: Double) {
        let found = whole(.between(2, 5), Quantity(lower: lower, upper: upper))
        #expect(found.value == value && near(found.progress, progress))
        #expect(found.isAchieved == (progress == 1))
    }

    @Test func ofJustOneValueToo() {
        let found = whole(.exactly(5), Quantity(lower: 4, upper: 9))
        #expect(found.value == 9 && found.isAchieved == false)
        #expect(whole(.exactly(5), Quantity(5)).light == .achieved)
    }

    @Test func aBoundThatIsMissingIsNoValue() {
        for goal in [Goal.between(2, 5), .exactly(5)] {
            let found = whole(goal, Quantity(lower: 3, upper: nil))
            #expect(found.value == nil && found.isAchieved == false && found.light == .noData)
        }
    }

    @Test func aRangeHasNoPace() {
        let found = whole(.between(2, 5), Quantity(6), policy: "pace")
        #expect(found.paceRatio == nil && found.verdict == Verdict(.offTrack, .noNumber(.paceRatio)))
    }
}
