import Testing

@testable import KPICore

/// What is no plan is refused, and told apart.
struct CurveFlawTests {
    private func flaw(_ curve: Curve, _ range: DateRange = Samples.year) -> PlanCurve.Flaw? {
        do {
            _ = try PlanCurve(curve, over: range, pace: .month, calendar: Samples.weekdays)
            return nil
        } catch {
            return error
        }
    }

    private func points(_ given: KeyValuePairs<String, Double>) -> [Curve.Point] {
        given.map { Curve.Point(day($0.key), $0.value) }
    }

    @Test func weightsFitThePeriodsAndAreWeights() {
        #expect(flaw(.weights(.month, [1, 2, 3])) == .weightCount(given: 3, wanted: 12))
        #expect(flaw(.weights(.quarter, [1, -1, 1, 1])) == .negativeWeight(-1))
        #expect(flaw(.weights(.quarter, [0, 0, 0, 0])) == .noWeight)
        #expect(flaw(.weights(.quarter, [0, 0, 0, 1])) == nil)
    }

    @Test(arguments: [true, false])
    func pointsRiseToAllOfIt(stepped: Bool) {
        func flaw(_ given: KeyValuePairs<String, Double>) -> PlanCurve.Flaw? {
            self.flaw(stepped ? .steps(points(given)) : .table(points(given)))
        }
        #expect(flaw(["2021-06-30": 0.5, "2022-01-01": 1]) == .outside(day("2022-01-01")))
        #expect(flaw(["2021-06-30": 0.5, "2021-05-31": 1]) == .falling(day("2021-05-31")))
        #expect(flaw(["2021-06-30": 0.5, "2021-07-31": 0.4, "2021-08-31": 1]) == .falling(day("2021-07-31")))
        #expect(flaw(["2021-06-30": 0.5, "2021-06-30": 1]) == .falling(day("2021-06-30")))
        #expect(flaw(["2021-06-30": 0.9]) == .endsShort(0.9))
        #expect(flaw([:]) == .endsShort(0))
        #expect(flaw(["2021-06-30": 0.5, "2021-12-31": 1]) == nil)
    }

    @Test func aWeekendHasNoWorkingDay() {
        #expect(flaw(.linear(.workingDays), days("2021-01-02", "2021-01-03")) == .noWorkingDay)
        #expect(flaw(.linear(.workingDays), days("2021-01-02", "2021-01-04")) == nil)
    }
}
