import Testing

@testable import KPICore

/// A plan that goes as past years went, worked out by hand.
struct HistoryCurveTests {
    /// One year brought half of its 100 in the last quarter, the other all but a tenth of its 10 in the first.
    private let curve = Curve.history(.quarter, [[10, 10, 30, 50], [9, 1, 0, 0]])

    @Test(
        arguments: [
            ("2021-03-31", 0.5), ("2021-06-30", 0.6), ("2021-09-30", 0.75), ("2021-12-31", 1), ("2020-12-31", 0),
        ]
            as [(String, Double)])
    func eachYearCountsAsMuchAsAnyOther(date: String, expected: Double) {
        #expect(near(Samples.plan(curve).share(at: day(date)), expected))
    }

    @Test func withinAPeriodItIsALine() {
        #expect(near(Samples.plan(curve).share(at: day("2021-02-14")), 0.25), "45 of 90 days")
        #expect(near(Samples.plan(curve).day(reaching: 0.25), 45))
    }

    @Test func yearsFitThePeriodsAndBroughtSomething() {
        func flaw(_ years: [[Double]]) -> PlanCurve.Flaw? {
            do {
                _ = try PlanCurve(
                    .history(.quarter, years), over: Samples.year, pace: .month, calendar: Samples.weekdays)
                return nil
            } catch {
                return error
            }
        }
        #expect(flaw([]) == .noWeight)
        #expect(flaw([[1, 2, 3, 4], [1, 2, 3]]) == .weightCount(given: 3, wanted: 4))
        #expect(flaw([[1, 2, 3, 4], [1, -2, 3, 4]]) == .negativeWeight(-2))
        #expect(flaw([[1, 2, 3, 4], [0, 0, 0, 0]]) == .noWeight)
        #expect(flaw([[0, 0, 0, 1]]) == nil)
    }

    @Test func aTargetIsJudgedByIt() {
        let whole = Samples.whole(Samples.target(goal: .atLeast(100), curve: curve), at: 54)
        #expect(near(whole.planned, 0.6) && near(whole.paceRatio, 0.9) && whole.light == .attention)
    }
}
