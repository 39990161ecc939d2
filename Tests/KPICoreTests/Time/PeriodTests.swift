import Testing

@testable import KPICore

struct PeriodTests {
    @Test(
        arguments: [
            ("2021-09-05", PeriodLength.day, "2021-09-05", "2021-09-05"),
            ("2021-W36", .week, "2021-09-06", "2021-09-12"),
            ("2021-09", .month, "2021-09-01", "2021-09-30"), ("2024-02", .month, "2024-02-01", "2024-02-29"),
            ("2021Q3", .quarter, "2021-07-01", "2021-09-30"), ("2021H2", .half, "2021-07-01", "2021-12-31"),
            ("2021", .year, "2021-01-01", "2021-12-31"), ("2021-12", .month, "2021-12-01", "2021-12-31"),
            // ISO weeks at the ends of years: week 1 holds 4 January.
            ("2020-W53", .week, "2020-12-28", "2021-01-03"), ("2021-W01", .week, "2021-01-04", "2021-01-10"),
            ("2021-W52", .week, "2021-12-27", "2022-01-02"), ("2024-W01", .week, "2024-01-01", "2024-01-07"),
            ("2025-W01", .week, "2024-12-30", "2025-01-05"), ("2026-W53", .week, "2026-12-28", "2027-01-03"),
        ] as [(String, PeriodLength, String, String)])
    func idsAreReadAndWritten(id: String, length: PeriodLength, first: String, last: String) throws {
        let period = try #require(Period(id))
        #expect(period.length == length && period.first == day(first) && period.last == day(last))
        #expect(period.description == id)
    }

    @Test func quartersAndHalvesMayHaveADash() {
        #expect(Period("2021-Q3") == period("2021Q3") && Period("2021-H1") == period("2021H1"))
    }

    @Test(arguments: [
        "2021-13", "2021-00", "2021-1", "2021-W00", "2021-W53", "2021-W54", "2021W36", "2021Q0", "2021Q5", "2021H3",
        "2021-02-29", "2021-09-31", "2021-09-", "2021-", "21-09", "202109", "2021-09-05x", "2021Q3 ", "", "0021-09",
        "44440", "２０２１-09",
    ])
    func whatIsNoPeriodIsRefused(text: String) {
        #expect(Period(text) == nil)
    }

    /// Every period of every length over twelve years reads back, begins where the one before it ends, and holds its
    /// days.
    @Test(arguments: PeriodLength.allCases)
    func periodsFollowEachOtherAndReadBack(length: PeriodLength) {
        var period = length.period(containing: day("2019-12-31"))
        var seen = 0
        while period.first < day("2032-01-01") {
            #expect(Period(period.description) == period)
            #expect(period.next.first == period.last.adding(days: 1) && period.next.previous == period)
            #expect(length.period(containing: period.last) == period && period < period.next)
            period = period.next
            seen += 1
        }
        #expect(seen >= 12)
    }

    @Test(arguments: PeriodLength.allCases)
    func timeGoesOnAfterTheYear9999(length: PeriodLength) {
        var period = length.period(containing: day("9999-12-15"))
        for _ in 0..<40 {
            #expect(period.next.first == period.last.adding(days: 1) && period.next.previous == period)
            period = period.next
        }
    }

    @Test func aMonthComesBeforeTheQuarterThatEndsWithIt() {
        #expect(period("2021-09") < period("2021Q3") && period("2021Q3") < period("2021-10"))
        #expect(period("2021Q4") < period("2021H2") && period("2021H2") < period("2021"))
    }

    @Test func theRangeOfAPlanIsCoveredByPeriodsThatTouchIt() {
        let range = days("2021-01-15", "2021-04-01")
        #expect(
            PeriodLength.month.periods(in: range).map(\.description) == ["2021-01", "2021-02", "2021-03", "2021-04"])
        #expect(PeriodLength.week.periods(in: Samples.year).count == 53)
        #expect(PeriodLength.year.periods(in: range).count == 1)
    }
}
