import Testing

@testable import KPICore

/// The edges that the published answers do not reach; the rest is held against them.
struct GrowthProgressTests {
    private func progress(
        _ base: (Int, Double), _ current: (Int, Double), isMoreBetter: Bool = true, target: (Int, Double)? = nil,
        limit: Double? = nil
    ) -> GrowthProgress {
        GrowthProgress(
            GrowthComponents(
                base: GrowthPoint(base.0, base.1), current: GrowthPoint(current.0, current.1),
                isMoreBetter: isMoreBetter, target: target.map { GrowthPoint($0.0, $0.1) }, limit: limit))
    }

    @Test func theWorkedExample() {
        let poverty = progress((2015, 14.5), (2023, 10.4), isMoreBetter: false, target: (2030, 7.25))
        #expect(near(poverty.observed, -0.0407, within: 5e-5) && near(poverty.required, -0.0452, within: 5e-5))
        #expect(near(poverty.value, 0.901090) && near(poverty.score, 2.150695))
        #expect(poverty.status == .moderate && poverty.status.light == .attention)
    }

    @Test func zerosCountAsAThousandth() {
        let fromZero = progress((2015, 0), (2020, 0.032))
        #expect(near(fromZero.observed, 1) && fromZero.status == .substantial && fromZero.score == 5)
        let toZero = progress((2015, 1), (2020, 0.0009), isMoreBetter: false, target: (2030, 0))
        #expect(toZero.status == .targetAchieved, "less than a thousandth counts as nothing")
        let onTheWay = progress((2015, 1), (2020, 0.1), isMoreBetter: false, target: (2030, 0))
        #expect(near(onTheWay.value, (1 - 0.630957) / (1 - 0.630957)) && onTheWay.status == .substantial)
    }

    @Test func whatIsNegativeGetsBetterByShrinking() {
        let debt = progress((2015, -100), (2020, -90))
        #expect(debt.observed.map { $0 < 0 } == true && debt.value.map { $0 > 0 } == true)
        #expect(debt.status == .substantial)
    }

    @Test func whatCannotBeComputedSaysWhy() {
        #expect(GrowthProgress(.init(of: [], from: 2015, isMoreBetter: true, target: nil)).obstacle == .noData)
        #expect(progress((2015, 1), (2015, 1)).obstacle == .oneYear)
        #expect(progress((2015, -1), (2020, 1)).obstacle == .changedSign)
        #expect(progress((2015, 2), (2020, 1), target: (2030, 2)).obstacle == .targetIsBase)
        #expect(progress((2015, 2), (2020, 1), target: (2015, 3)).obstacle == .targetBeforeBase)
        #expect(progress((2015, 2), (2020, 1), isMoreBetter: true, target: (2030, 3)).obstacle == nil)
        let crossing = progress((2015, 2), (2020, 1), isMoreBetter: false, target: (2030, -1))
        #expect(crossing.obstacle == .targetOfOtherSign && crossing.status == .notAvailable && crossing.score == nil)
        #expect(progress((2015, 1e-300), (2016, 1e300)).obstacle == .tooLarge)
    }

    /// The first condition that holds is whether the target is met.
    @Test func whatCannotBeComputedMayBeAchieved() {
        let there = progress((2015, 3), (2015, 3), target: (2030, 3))
        #expect(there.status == .targetAchieved && there.score == 5 && there.value == nil && there.obstacle == .oneYear)
    }

    @Test func closeToALimitLessIsAskedFor() {
        #expect(near(GrowthRate.limitFactor(base: 50, limit: 100), 0.953929, within: 1e-6))
        #expect(GrowthRate.limitFactor(base: -50, limit: 100) == GrowthRate.limitFactor(base: 50, limit: 100))
        #expect(near(GrowthRate.limitFactor(base: 150, limit: 100), 0.953929, within: 1e-6))
        #expect(GrowthRate.limitFactor(base: 200, limit: 100) == 1 && GrowthRate.limitFactor(base: 9, limit: nil) == 1)
        let atTheLimit = progress((2015, 100), (2020, 100), limit: 100)
        #expect(atTheLimit.limitFactor == 0 && atTheLimit.status == .substantial && atTheLimit.score == 5)
    }

    @Test func growthIsCountedFromTheBaseYearOrTheNextThatHasAValue() {
        let figures = [GrowthPoint(2014, 9), GrowthPoint(2022, 4), GrowthPoint(2017, 3)]
        let components = GrowthComponents(of: figures, from: 2015, isMoreBetter: true, target: nil)
        #expect(components.base == GrowthPoint(2017, 3) && components.current == GrowthPoint(2022, 4))
        #expect(GrowthComponents(of: figures.prefix(1), from: 2015, isMoreBetter: true, target: nil).current == nil)
    }

    @Test func scoresAreClippedAndValuesAreNot() {
        let steep = progress((2015, 1), (2016, 9))
        #expect(steep.value == 8 && steep.score == 5)
        #expect(progress((2015, 9), (2016, 1)).score == -5)
        #expect(progress((2015, 9), (2016, 1), target: (2030, 10)).score == -5)
    }

    @Test func anIndicatorOfSeveralSeries() {
        let met = progress((2015, 1), (2020, 3), target: (2030, 2))
        let good = progress((2015, 1), (2020, 2))
        let bad = progress((2015, 2), (2020, 1))
        let none = progress((2015, 2), (2015, 2))
        #expect(GrowthSummary(of: [met, met]).status == .targetAchieved)
        #expect(GrowthSummary(of: [met, good]).status == .substantial)
        #expect(GrowthSummary(of: [good, bad]).status == .moderate && GrowthSummary(of: [good, bad]).score == 0)
        #expect(GrowthSummary(of: [bad]).status == .deterioration)
        #expect(GrowthSummary(of: [none, none]).status == .notAvailable && GrowthSummary(of: []).score == nil)
    }
}
