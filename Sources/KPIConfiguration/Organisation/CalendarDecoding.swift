import Diagnostics
import KPICore

/// One year of one calendar, as a file in `calendars/` gives it.
struct CalendarFile {
    let calendar: Located<String>
    let year: Located<Int>
    let weekend: Set<Weekday>
    let days: WorkCalendar.Year
}

extension Shape where Value == CalendarFile {
    static var calendar: Shape {
        .mapping("a calendar") { file in
            let name = file.required("calendar", .located(.identifier))
            let year = file.required("year", .located(.year))
            let mistakes = file.collector.diagnostics.count
            let weekend = file.optional("weekend", .list(of: .word(Weekday.self)), default: [.sat, .sun])
            let isWeekendRead = file.collector.diagnostics.count == mistakes
            let holidays = file.required("holidays", .list(of: .holiday))
            let swapped = file.optional("swapped", .list(of: .located(.day)), default: [])
            guard let name, let year, let holidays else { return nil }
            for day in swapped where day.value.year != year.value {
                file.collector.report(
                    "wrong-year", "\(day.value) is not a day of \(year.value)", at: day.place)
            }
            for day in swapped where isWeekendRead && !weekend.contains(day.value.weekday) {
                file.collector.report(
                    "not-a-weekend", "\(day.value) is a working day anyway", severity: .warning, at: day.place)
            }
            let off = holidays.flatMap { range in (0..<range.days).map { range.first.adding(days: $0) } }
            return CalendarFile(
                calendar: name, year: year, weekend: Set(weekend),
                days: WorkCalendar.Year(holidays: Set(off), swapped: Set(swapped.map(\.value))))
        }
    }
}

extension Shape where Value == DateRange {
    /// `{name: 元旦, from: 2021-01-01, to: 2021-01-03}`; a day alone has no `to`.
    fileprivate static var holiday: Shape {
        .mapping("a holiday") { holiday in
            _ = holiday.optional("name", .text)
            let from = holiday.required("from", .day)
            let to = holiday.optional("to", .day)
            guard let from else { return nil }
            if let range = DateRange(from, to ?? from) { return range }
            holiday.collector.report("bad-value", "'to' lies before 'from'", at: holiday.place(of: "to"))
            return nil
        }
    }

    /// `{from: 2021-01-01, to: 2021-12-31}`
    static var window: Shape {
        .mapping("a window") { window in
            let from = window.required("from", .day)
            let to = window.required("to", .day)
            guard let from, let to else { return nil }
            for (key, day) in [("from", from), ("to", to)] where !(1900...2200).contains(day.year) {
                window.collector.report(
                    "bad-value", "'\(key)' must lie between the years 1900 and 2200", at: window.place(of: key))
                return nil
            }
            if let range = DateRange(from, to) { return range }
            window.collector.report("bad-value", "'to' lies before 'from'", at: window.place(of: "to"))
            return nil
        }
    }
}
