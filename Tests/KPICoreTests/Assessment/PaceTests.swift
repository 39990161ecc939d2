import Testing

@testable import KPICore

/// Where a target stands against its plan. Expected numbers are worked out by hand.
struct PaceTests {
    /// 62 of 130 at 30 June, 181 days into 365.
    @Test func halfAYearOfRecruits() {
        let whole = Samples.whole(Samples.target(goal: .atLeast(130)), at: 62)
        #expect(near(whole.planned, 0.495890))
        #expect(near(whole.gapPoints, 1.896733))
        #expect(near(whole.paceRatio, 0.961751))
        #expect(near(whole.paceRatioPeriods, 0.953846))
        #expect(near(whole.daysBehind, 6.923077))
        #expect(near(whole.timeRatio, 0.961751))
        #expect(near(whole.currentRate, 10.333333))
        #expect(near(whole.requiredRate, 11.333333))
        #expect(near(whole.requiredOverCurrent, 1.096774))
        #expect(near(whole.requiredPerWorkingDay, 0.515152), "68 in 132 working days")
        #expect(whole.point.daysLeft == 184 && whole.point.periodsLeft == 6 && whole.point.workingDaysLeft == 132)
        #expect(whole.light == .onTrack)
    }

    @Test func aheadIsNegative() {
        let whole = Samples.whole(Samples.target(goal: .atLeast(130)), at: 80)
        #expect(near(whole.gapPoints, -11.949420))
        #expect(near(whole.daysBehind, -43.615385))
    }

    /// Down from 30 to 15, at 27 after half the year: 3 of 15, a rate below zero.
    @Test func downwardTheRatesAreNegative() {
        let target = Samples.target(goal: .atMost(15), baseline: 30, direction: .decrease)
        let whole = Samples.whole(target, at: 27)
        #expect(near(whole.progress, 0.2))
        #expect(near(whole.currentRate, -0.5) && near(whole.requiredRate, -2) && near(whole.requiredOverCurrent, 4))
    }

    /// Half by the end of January, then nothing until April: who has half at the end of February stands where the plan
    /// stood 28 days before, at the first moment of its rest.
    @Test func onAFlatStretchTheEarliestDayCounts() {
        let target = Samples.target(
            window: days("2021-01-01", "2021-04-30"), curve: .weights(.month, [1, 0, 0, 1]))
        let whole = Samples.whole(target, at: 60, month: "2021-02")
        #expect(near(whole.planned, 0.5) && near(whole.paceRatio, 1))
        #expect(near(whole.daysBehind, 28))
        #expect(near(whole.timeRatio, 0.525424), "31 of 59 days")
    }

    @Test func aPlanThatJumpsHasNoDaysBehind() {
        let target = Samples.target(curve: .steps([.init(day("2021-03-31"), 0.5), .init(day("2021-12-31"), 1)]))
        let whole = Samples.whole(target, at: 40)
        #expect(near(whole.planned, 0.5) && near(whole.paceRatio, 0.666667) && near(whole.gapPoints, 16.666667))
        #expect(whole.daysBehind == nil && whole.timeRatio == nil)
    }

    /// Due at the end of March, judged at the end of June: the days go on, the ratios stand still.
    @Test func afterTheDueDayDaysGoOnAndRatiosStandStill() {
        let target = Samples.target(due: "2021-03-31")
        let march = Samples.whole(target, at: 60, month: "2021-03")
        let june = Samples.whole(target, at: 60)
        #expect(near(march.daysBehind, 45) && near(june.daysBehind, 136))
        for whole in [march, june] {
            #expect(whole.planned == 1 && near(whole.paceRatio, 0.5) && near(whole.paceRatioPeriods, 0.5))
            #expect(near(whole.timeRatio, 0.5) && near(whole.currentRate, 20))
            #expect(whole.requiredRate == nil && whole.requiredOverCurrent == nil)
        }
        #expect(!march.point.isPastDue && june.point.isPastDue)
    }

    @Test func progressBeyondItsEndsIsHeldToThePlan() {
        let over = Samples.whole(Samples.target(), at: 240)
        #expect(near(over.daysBehind, -184), "no more ahead than the plan is long")
        let under = Samples.whole(Samples.target(goal: .atLeast(120), baseline: 20), at: 10)
        #expect(near(under.daysBehind, 181), "no more behind than it has lasted")
    }

    @Test func whereNothingIsPlannedYetThereIsNoRatio() {
        let whole = Samples.whole(Samples.target(curve: .steps([.init(day("2021-12-31"), 1)])), at: 12)
        #expect(whole.planned == 0 && whole.paceRatio == nil && whole.paceRatioPeriods == nil)
        #expect(near(whole.gapPoints, -10))
    }

    @Test func aRateOfNothingGivesNoQuotient() {
        let whole = Samples.whole(Samples.target(), at: 0)
        #expect(whole.currentRate == 0 && near(whole.requiredRate, 20) && whole.requiredOverCurrent == nil)
    }

    @Test func quartersAreCountedAsPeriodsOfTheirOwn() {
        let target = Samples.target(goal: .atLeast(12), frequency: .every(.quarter))
        let whole = Samples.whole(target, at: 6)
        #expect(whole.point.totalPeriods == 4 && whole.point.elapsedPeriods == 2)
        #expect(near(whole.currentRate, 3) && near(whole.requiredRate, 3) && near(whole.paceRatioPeriods, 1))
    }
}
