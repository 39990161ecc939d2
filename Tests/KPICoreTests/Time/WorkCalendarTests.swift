import Testing

@testable import KPICore

struct WorkCalendarTests {
    /// Monday 3 May is free, Saturday 8 May is worked for it.
    private let calendar = WorkCalendar(
        name: "may", years: [2021: .init(holidays: [day("2021-05-03")], swapped: [day("2021-05-08")])])

    @Test(
        arguments: [
            ("2021-05-03", false), ("2021-05-04", true), ("2021-05-08", true), ("2021-05-09", false),
            ("2021-05-15", false),
        ] as [(String, Bool)])
    func holidaysAreFreeAndSwappedDaysAreWorked(date: String, isWorked: Bool) {
        #expect(calendar.isWorkingDay(day(date)) == isWorked)
    }

    @Test func theNthWorkingDayAfterAndBefore() {
        let friday = day("2021-04-30")
        let after = (0...6).map { calendar.workingDay($0, after: friday).description.suffix(5) }
        #expect(after == ["04-30", "05-04", "05-05", "05-06", "05-07", "05-08", "05-10"])
        #expect(calendar.workingDay(6, before: day("2021-05-10")) == friday)
        #expect(calendar.workingDay(0, before: day("2021-05-09")) == day("2021-05-09"))
    }

    @Test func workingDaysOfARange() {
        #expect(calendar.workingDays(in: days("2021-05-01", "2021-05-09")) == 5)
        #expect(calendar.workingDays(in: days("2021-05-01", "2021-05-03")) == 0)
    }

    @Test func aWeekendIsWhatItIsCalled() {
        let gulf = WorkCalendar(name: "gulf", weekend: [.fri, .sat])
        #expect(!gulf.isWorkingDay(day("2021-10-15")) && gulf.isWorkingDay(day("2021-10-17")))
    }

    @Test func aYearThatIsNotKnownHasItsWeekends() {
        #expect(calendar.knows(2021) && !calendar.knows(2022))
        #expect(calendar.isWorkingDay(day("2022-05-03")) && !calendar.isWorkingDay(day("2022-05-08")))
    }

    @Test func aHolidayAtTheTurnOfAYearMayStandWithEither() {
        let days: Set = [day("2021-12-31"), day("2022-01-03")]
        let known = WorkCalendar.Year(holidays: [], swapped: [])
        for year in [2021, 2022] {
            var years = [2021: known, 2022: known]
            years[year] = WorkCalendar.Year(holidays: days, swapped: [])
            let calendar = WorkCalendar(name: "turn", years: years)
            #expect(calendar.workingDay(1, after: day("2021-12-30")) == day("2022-01-04"))
        }
    }

    @Test func aCalendarWithoutAWorkingDayIsNotWalkedForEver() {
        let never = WorkCalendar(name: "never", weekend: Set(Weekday.allCases))
        let first = day("2021-01-01")
        #expect(never.workingDay(3, after: first).days(since: first) == 366)
    }
}
