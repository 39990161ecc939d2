import CEL
import Foundation
import KPICore
import Testing

/// The working days of China as they are shipped.
struct ShippedCalendarTests {
    @Test(
        arguments: [
            ("2021-01", "2021-02-05"), ("2021-02", "2021-03-05"), ("2021-03", "2021-04-08"), ("2021-04", "2021-05-11"),
            ("2021-05", "2021-06-07"), ("2021-06", "2021-07-07"), ("2021-07", "2021-08-06"), ("2021-08", "2021-09-07"),
            ("2021-09", "2021-10-13"), ("2021-10", "2021-11-05"), ("2021-11", "2021-12-07"), ("2021-12", "2022-01-10"),
        ] as [(String, String)])
    func theDeadlineOfEveryMonth(month: String, date: String) throws {
        let catalog = try SeedYear.whole.get().catalog
        let due = catalog.timetable.due(try #require(Period(month)), by: catalog.reporting.deadline)
        #expect(due.stamp(in: catalog.timetable.zone) == "\(date)T17:30:00+08:00")
    }

    @Test func plainWeekdaysWouldBeWrongInFourMonths() throws {
        let catalog = try SeedYear.whole.get().catalog
        let plain = Timetable(zone: catalog.timetable.zone, calendar: WorkCalendar(name: "plain"))
        let wrong = (1...12).filter { month in
            let period = PeriodLength.month.period(containing: day("2021-\(month < 10 ? "0" : "")\(month)-01"))
            let deadline = catalog.reporting.deadline
            return plain.due(period, by: deadline) != catalog.timetable.due(period, by: deadline)
        }
        #expect(wrong == [3, 4, 9, 12])
    }

    @Test func workingDaysOf2021() throws {
        let calendar = try SeedYear.whole.get().catalog.timetable.calendar
        let months = PeriodLength.month.periods(in: try #require(DateRange(day("2021-01-01"), day("2021-12-31"))))
        #expect(months.map { calendar.workingDays(in: $0.range) } == [20, 17, 23, 22, 19, 21, 22, 22, 22, 17, 22, 23])
        #expect(months.reduce(0) { $0 + calendar.workingDays(in: $1.range) } == 250)
    }

    @Test func theStatusNamesYearsWhoseHolidaysAreNotKnown() throws {
        let year = try SeedYear.whole.get()
        let asOf = moment("2021-07-10T09:00:00+08:00")
        let times = year.catalog.timetable
        func forgetting(_ forgotten: Set<Int>) -> [Int] {
            let known = WorkCalendar(
                name: times.calendar.name, years: times.calendar.years.filter { !forgotten.contains($0.key) })
            let catalog = Catalog(
                organisation: year.catalog.organisation, timetable: Timetable(zone: times.zone, calendar: known),
                units: year.catalog.units, targets: year.catalog.targets, policies: year.catalog.policies,
                rules: year.catalog.rules, registers: year.catalog.registers, reporting: year.catalog.reporting)
            return StatusDocument(EvaluationState(), catalog, year.facts, asOf: asOf, health: Organisation.health)
                .unknownCalendarYears
        }
        #expect(forgetting([]) == [])
        #expect(forgetting([2021]) == [2021])
        #expect(forgetting([2022]) == [2022], "December is due in January")
        #expect(forgetting([2026]) == [], "nothing falls there")
    }

    // MARK: Against the lists that are published

    private struct Published: Decodable {
        struct Day: Decodable {
            let date: String
            let isOffDay: Bool
        }

        let days: [Day]
    }

    private static let published = Repository.top.deletingLastPathComponent().appending(path: "shared/holiday-cn")
    private static let isThere = FileManager.default.fileExists(atPath: published.path)
    private static let isRequired = ProcessInfo.processInfo.environment["CI"] == "true"

    @Test(
        .enabled(if: isThere || isRequired, "../shared/holiday-cn is not beside this repository"),
        arguments: 2021...2026)
    func everyDayIsAsPublished(year: Int) throws {
        let calendar = try SeedYear.whole.get().catalog.timetable.calendar
        #expect(calendar.knows(year))
        // Days at a year's end are published with the year of their holiday.
        var published: [LocalDate: Bool] = [:]
        for file in [year, year + 1] {
            let data = try Data(contentsOf: Self.published.appending(path: "\(file).json"))
            for entry in try JSONDecoder().decode(Published.self, from: data).days {
                published[day(entry.date)] = entry.isOffDay
            }
        }
        let range = try #require(DateRange(day("\(year)-01-01"), day("\(year)-12-31")))
        for offset in 0..<range.days {
            let date = range.first.adding(days: offset)
            let isWorked = published[date].map { !$0 } ?? ![.sat, .sun].contains(date.weekday)
            #expect(calendar.isWorkingDay(date) == isWorked, "\(date)")
        }
    }
}
