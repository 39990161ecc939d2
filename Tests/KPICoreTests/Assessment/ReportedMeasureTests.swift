import Testing

@testable import KPICore

/// How a unit's value is read out of its reports.
struct ReportedMeasureTests {
    private func value(
        of target: Target = Samples.target(), _ reports: [Observation], after month: String = "2021-06"
    ) -> Double? {
        Samples.assess(target, reports, asOf: Samples.after(month)).whole.value
    }

    private func report(
        _ month: String, _ value: Double?, _ form: Form = .delta, part: String = "",
        of parts: (numerator: Double, denominator: Double)? = nil
    ) -> Observation {
        Samples.report(on: month, value, part: part, form: form, of: parts, at: "2021-01-05T00:00:00Z")
    }

    @Test func deltasAddUpToTheJudgedDay() {
        let reports = [report("2021-01", 3), report("2021-03", 4), report("2021-06", 5), report("2021-07", 100)]
        #expect(value(reports) == 12, "July is not due")
        #expect(value(reports, after: "2021-07") == 112)
    }

    @Test func aCumulativeFigureStandsForAllBeforeIt() {
        let reports = [report("2021-01", 3), report("2021-03", 10, .cumulative), report("2021-04", 2)]
        #expect(value(reports) == 12)
    }

    /// It happens: 46 of 62 US states' vaccination counts fell at least once.
    @Test func aCumulativeFigureThatFallsIsTaken() {
        #expect(value([report("2021-01", 8, .cumulative), report("2021-02", 6, .cumulative)]) == 6)
    }

    @Test func openingStockIsNotOfThisYear() {
        let target = Samples.target(form: .cumulative, openingStock: .known(1000))
        #expect(value(of: target, [report("2021-03", 1178, .cumulative)]) == 178)
    }

    @Test func aLevelIsTheLastOne() {
        #expect(value([report("2021-01", 8, .level), report("2021-02", 5, .level)]) == 5)
    }

    @Test func partsAddUpUnlessTheWholeIsGiven() {
        let parts = [report("2021-05", 4, part: "robots"), report("2021-05", 3, part: "medicine")]
        #expect(value(parts) == 7)
        #expect(value(parts + [report("2021-05", 8)]) == 8)
        #expect(value(parts + [report("2021-06", 1)]) == 8, "each month on its own")
    }

    @Test func ratiosOfEventsPoolOverTime() {
        let target = Samples.target(kind: .ratio, goal: .atLeast(1), form: .delta)
        #expect(value(of: target, [report("2021-01", nil, of: (1, 2)), report("2021-02", nil, of: (3, 8))]) == 0.4)
    }

    @Test func ratiosOfAStateAreTheLastOnes() {
        let target = Samples.target(kind: .ratio, goal: .atLeast(1), form: .level)
        #expect(
            value(of: target, [report("2021-01", nil, .level, of: (1, 2)), report("2021-02", nil, .level, of: (3, 8))])
                == 0.375)
    }

    @Test func whatLiesOutsideTheWindowDoesNotCount() {
        let target = Samples.target(window: days("2021-04-01", "2021-12-31"))
        #expect(value(of: target, [report("2021-03", 5), report("2021-04", 2)]) == 2)
    }

    /// ISO week 52 of 2021 ends on 2 January 2022. The target asks for its report, so it counts.
    @Test func theLastWeekOfAYearCountsThoughItEndsInTheNext() {
        let target = Samples.target(goal: .atLeast(530), frequency: .every(.week))
        let weeks = ["2020-W53", "2021-W51", "2021-W52"].map { report($0, 10) }
        let judged = Samples.assess(target, weeks, asOf: moment("2022-02-01T00:00:00Z")).whole
        #expect(judged.point.ref == day("2021-12-31") && judged.point.elapsedPeriods == 53)
        #expect(judged.value == 30)
    }

    /// Where events are counted as they happen and nobody owes a report, silence means that nothing has happened.
    @Test func silenceIsZeroWhereNobodyOwesAReport() {
        #expect(value(of: Samples.target(frequency: .event), []) == 0)
        #expect(value(of: Samples.target(allocation: ["north": 5], frequency: .once), []) == 0)
        #expect(value(of: Samples.target(allocation: ["north": 5]), []) == nil)
        #expect(value(of: Samples.target(frequency: .event, form: .cumulative), []) == nil)
        #expect(value(of: Samples.target(kind: .ratio, frequency: .event), []) == nil)
    }
}
