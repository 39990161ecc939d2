import Testing

@testable import KPICore

/// The planned share at the end of a day, worked out by hand.
struct CurveTests {
    private func share(_ curve: Curve, _ date: String, over range: DateRange = Samples.year) -> Double {
        Samples.plan(curve, range).share(at: day(date))
    }

    @Test(
        arguments: [
            ("2020-12-31", 0.0), ("2021-01-01", 0.002740), ("2021-06-30", 0.495890), ("2021-12-31", 1),
            ("2022-03-01", 1),
        ] as [(String, Double)])
    func linearByDays(date: String, expected: Double) {
        #expect(near(share(.linear(.days), date), expected))
    }

    /// Friday 1 to Sunday 10 January 2021: six weekdays.
    @Test(
        arguments: [("2021-01-01", 1), ("2021-01-03", 1), ("2021-01-04", 2), ("2021-01-08", 6), ("2021-01-10", 6)]
            as [(String, Int)])
    func linearByWorkingDays(date: String, worked: Int) {
        #expect(
            near(
                share(.linear(.workingDays), date, over: days("2021-01-01", "2021-01-10")), Double(worked) / 6))
    }

    /// Every month is a twelfth, however long.
    @Test(
        arguments: [("2021-01-31", 1.0), ("2021-02-28", 2), ("2021-02-14", 1.5), ("2021-12-31", 12)]
            as [(String, Double)])
    func linearByPeriods(date: String, months: Double) {
        #expect(near(share(.linear(.periods), date), months / 12))
    }

    /// The plan of the academic events: 13 of 30 by the end of June.
    @Test(
        arguments: [
            ("2021-01-31", 1.0), ("2021-04-30", 6), ("2021-06-15", 11.5), ("2021-06-30", 13), ("2021-12-31", 30),
        ] as [(String, Double)])
    func weights(date: String, of30: Double) {
        #expect(near(share(.weights(.month, [1, 1, 2, 2, 4, 3, 3, 2, 4, 3, 3, 2]), date), of30 / 30))
    }

    @Test func weightsMayBeAsLargeAsNumbersGet() {
        let weights = [Double](repeating: .greatestFiniteMagnitude, count: 12)
        #expect(near(share(.weights(.month, weights), "2021-06-30"), 0.5))
    }

    @Test func weightsOfAPlanThatEndsWithinAMonth() {
        let plan = Samples.plan(.weights(.month, [1, 3]), days("2021-01-01", "2021-02-14"))
        #expect(near(plan.share(at: day("2021-01-31")), 0.25))
        #expect(near(plan.share(at: day("2021-02-07")), 0.625) && plan.share(at: day("2021-02-14")) == 1)
    }

    @Test(
        arguments: [
            ("2021-05-29", 0.0), ("2021-05-30", 0.4), ("2021-09-29", 0.4), ("2021-09-30", 1), ("2021-12-31", 1),
        ] as [(String, Double)])
    func steps(date: String, expected: Double) {
        let curve = Curve.steps([.init(day("2021-05-30"), 0.4), .init(day("2021-09-30"), 1)])
        #expect(share(curve, date) == expected)
    }

    @Test(
        arguments: [("2021-01-10", 0.2), ("2021-01-20", 0.4), ("2021-01-25", 0.7), ("2021-01-30", 1)]
            as [(String, Double)])
    func table(date: String, expected: Double) {
        let curve = Curve.table([.init(day("2021-01-20"), 0.4), .init(day("2021-01-30"), 1)])
        #expect(near(share(curve, date, over: days("2021-01-01", "2021-01-31")), expected))
    }

    /// 3t² − 2t³ over 100 days.
    @Test(
        arguments: [("2021-01-25", 0.15625), ("2021-02-19", 0.5), ("2021-03-16", 0.84375), ("2021-04-10", 1)]
            as [(String, Double)])
    func sCurve(date: String, expected: Double) {
        #expect(near(share(.sCurve, date, over: days("2021-01-01", "2021-04-10")), expected))
    }

    @Test func backFromAShareToItsDay() {
        #expect(near(Samples.plan(.linear(.days)).day(reaching: 0.5), 182.5))
        #expect(near(Samples.plan(.sCurve, days("2021-01-01", "2021-04-10")).day(reaching: 0.15625), 25))
        let flat = Samples.plan(.weights(.month, [1, 0, 0, 1]), days("2021-01-01", "2021-04-30"))
        #expect(flat.day(reaching: 0.5) == 31 && flat.day(reaching: 0.75) == 105)
        let late = Samples.plan(.weights(.month, [0, 1]), days("2021-01-01", "2021-02-28"))
        #expect(late.day(reaching: 0) == 0, "nothing is planned from the first moment on")
        #expect(Samples.plan(.steps([.init(day("2021-12-31"), 1)])).day(reaching: 0.5) == nil)
    }
}
