import Testing

@testable import KPICore

/// Progress and completion, which are two things. Expected numbers are worked out by hand.
struct ProgressTests {
    @Test(
        arguments: [
            (130.0, 0.0, 62.0, 0.476923), (120, 20, 45, 0.25), (120, 20, 15, -0.05), (120, 0, 150, 1.25),
            (120, 0, 0, 0),
        ] as [(Double, Double, Double, Double)])
    func moreIsBetter(goal: Double, baseline: Double, value: Double, expected: Double) {
        let whole = Samples.whole(Samples.target(goal: .atLeast(goal), baseline: baseline), at: value)
        #expect(near(whole.progress, expected))
        #expect(near(whole.completion, value / goal))
        #expect(whole.isAchieved == (value >= goal))
    }

    /// From 30 working days down to 15.
    @Test(
        arguments: [
            (24.0, 0.4, 0.4), (33, -0.2, -0.2), (30, 0, 0), (15, 1, 1), (12, 1.2, 1.2), (18, 0.8, 0.8),
        ] as [(Double, Double, Double)])
    func lessIsBetter(value: Double, progress: Double, completion: Double) {
        let target = Samples.target(goal: .atMost(15), baseline: 30, direction: .decrease)
        let whole = Samples.whole(target, at: value)
        #expect(near(whole.progress, progress))
        #expect(near(whole.completion, completion), "2 − V/G")
        #expect(whole.isAchieved == (value <= 15))
    }

    /// At 90% on the way from 77% to 100%.
    @Test func completionIsNotProgress() {
        let whole = Samples.whole(Samples.target(kind: .ratio, goal: .atLeast(1), baseline: 0.77), at: 0.9)
        #expect(near(whole.progress, 0.565217))
        #expect(near(whole.completion, 0.9))
    }

    @Test(arguments: [(25.0, 1.0, true), (20, 1, true), (19, 0, false)] as [(Double, Double, Bool)])
    func whereTheGoalIsTheBaselineThereIsNoWayToGo(value: Double, progress: Double, isAchieved: Bool) {
        let whole = Samples.whole(Samples.target(goal: .atLeast(20), baseline: 20), at: value)
        #expect(whole.progress == progress && whole.isAchieved == isAchieved)
        let paces = [
            whole.gapPoints, whole.paceRatio, whole.paceRatioPeriods, whole.daysBehind, whole.timeRatio,
            whole.currentRate, whole.requiredRate, whole.requiredPerWorkingDay, whole.requiredOverCurrent,
        ]
        #expect(paces.allSatisfy { $0 == nil })
        #expect(whole.light == (isAchieved ? .achieved : .offTrack))
    }

    /// Who may not fall below 100, and began at 120, has no way to go: at 90 it is not more than halfway there.
    @Test(
        arguments: [(110.0, 1.0, Light.achieved), (130, 1, .achieved), (90, 0, .offTrack)] as [(Double, Double, Light)])
    func whereTheBaselineMeetsTheGoalThereIsNoWayToGo(value: Double, progress: Double, expected: Light) {
        let up = Samples.whole(Samples.target(goal: .atLeast(100), baseline: 120), at: value)
        let down = Samples.whole(Samples.target(goal: .atMost(-100), baseline: -120, direction: .decrease), at: -value)
        for whole in [up, down] {
            #expect(whole.progress == progress && whole.paceRatio == nil && whole.light == expected)
        }
    }

    /// Between 2 and 5, coming from 8.
    @Test(arguments: [(3.0, 1.0), (5, 1), (2, 1), (6, 0.666667), (8, 0), (11, -1)] as [(Double, Double)])
    func aRangeIsHeldOrMissedByADistance(value: Double, progress: Double) {
        let whole = Samples.whole(Samples.target(goal: .between(2, 5), baseline: 8), at: value)
        #expect(near(whole.progress, progress))
        #expect(whole.isAchieved == (2...5).contains(value))
        #expect(whole.goalValue == nil && whole.completion == nil && whole.paceRatio == nil)
    }

    @Test func aRangeThatHeldAtFirstAndIsLeftHasNoProgress() {
        let whole = Samples.whole(Samples.target(goal: .between(2, 5), baseline: 3), at: 7)
        #expect(whole.progress == 0 && whole.isAchieved == false)
    }

    @Test func anUnknownBaselineGivesAValueAndNoProgress() {
        let target = Samples.target(goal: .atLeast(1241), baseline: nil)
        let whole = Samples.whole(target, at: 1178)
        #expect(whole.value == 1178 && near(whole.completion, 0.949234))
        #expect(whole.progress == nil && whole.paceRatio == nil && whole.currentRate == nil)
        #expect(whole.light == .noData)
        #expect(Samples.whole(target, at: 1241).light == .achieved, "a goal that is met is met")
    }

    @Test func aGoalOfZeroHasNoCompletion() {
        let whole = Samples.whole(Samples.target(goal: .atMost(0), baseline: 10, direction: .decrease), at: 4)
        #expect(whole.completion == nil && near(whole.progress, 0.6))
    }

    @Test func withoutAFigureNothingIsKnown() {
        let target = Samples.target(allocation: ["north": 60])
        let result = Samples.assess(target, [], asOf: Samples.after("2021-06"))
        for assessment in [result.whole, result.units[1]] {
            #expect(assessment?.value == nil && assessment?.progress == nil && assessment?.isAchieved == nil)
            #expect(assessment?.light == .noData)
            #expect(near(assessment?.planned, 0.495890), "the plan is known all the same")
        }
        #expect(result.units[2] == nil, "a unit that has nothing to do with it")
    }

    @Test func sumsOfFractionsMeetAGoalWithinTheTolerance() {
        let reports = (1...3).map { Samples.report(on: "2021-0\($0)", 0.1, at: "2021-04-01T00:00:00Z") }
        let met = Samples.assess(Samples.target(goal: .atMost(0.3)), reports, asOf: Samples.after("2021-03")).whole
        #expect(met.value != 0.3 && met.isAchieved == true, "0.1 + 0.1 + 0.1 is more than 0.3, by rounding alone")
    }
}
