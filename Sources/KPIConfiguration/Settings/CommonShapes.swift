import CEL
import Diagnostics
import KPICore

extension Shape where Value == Label {
    /// `{zh: …, en: …}`, or one text for both.
    static var label: Shape { Shape<Bilingual<String>>.bilingual(.text).map { Label(zh: $0.zh, en: $0.en) } }
}

extension Shape where Value == LocalDate {
    static var day: Shape { Shape<CivilDate>.date.map { LocalDate($0) } }
}

extension Shape where Value == Int {
    /// A year of the calendar.
    static var year: Shape { .integer.within(1900...2200) }
}

extension Shape where Value == PeriodLength {
    static var periodLength: Shape {
        .word([
            "daily": .day, "weekly": .week, "monthly": .month, "quarterly": .quarter, "half_yearly": .half,
            "yearly": .year,
        ])
    }
}

extension Shape where Value == Frequency {
    static var frequency: Shape {
        .word([
            "daily": .every(.day), "weekly": .every(.week), "monthly": .every(.month),
            "quarterly": .every(.quarter), "half_yearly": .every(.half), "yearly": .every(.year), "event": .event,
            "once": .once,
        ])
    }
}

extension Shape where Value == Deadline {
    /// `{working_day: 5, at: 17:30}` or `{day: 10, at: 17:30}`; without `at` the end of that day.
    static var deadline: Shape {
        .mapping("a deadline") { deadline in
            let working = deadline.optional("working_day", .integer.within(0...366))
            let day = deadline.optional("day", .integer.within(0...366))
            let at = deadline.optional("at", .timeOfDay).map(\.minutesSinceMidnight) ?? 1440
            guard let time = KPICore.TimeOfDay(minutes: at) else { return nil }
            if let working, day == nil { return Deadline(.working(working), at: time) }
            if let day, working == nil { return Deadline(.calendar(day), at: time) }
            // One that is wrong was told.
            guard deadline.has("working_day") == deadline.has("day") else { return nil }
            deadline.collector.report(
                "bad-deadline", "a deadline wants either 'working_day' or 'day'", at: deadline.place(of: "working_day"))
            return nil
        }
    }
}

extension Shape where Value == Delay {
    /// `2 periods`, `5 working days`, or a duration such as `12h`.
    static var delay: Shape {
        let wanted = "a delay such as 2 periods, 5 working days or 12h"
        return Shape(wanted) { field in
            guard let text = field.plain(wanted: wanted) else { return nil }
            guard text.contains(" ") else {
                if NumberText(text).number != nil {
                    return field.refuseType(
                        wanted: wanted, label: "add the unit: \(text) periods, \(text) working days or \(text)h")
                }
                return Shape<Duration>.duration.read(field).map { .seconds($0.components.seconds) }
            }
            let quantity = Shape<Quantity<WaitingUnit>>.quantity([
                "periods": .periods, "period": .periods, "working days": .workingDays, "working day": .workingDays,
            ]).read(field)
            guard let quantity else { return nil }
            switch quantity.unit {
            case .periods: return .periods(quantity.number)
            case .workingDays: return .workingDays(quantity.number)
            }
        }
    }
}

private enum WaitingUnit {
    case periods, workingDays
}
