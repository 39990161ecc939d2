/// A time as people type it for an act, read by the organisation's clock and calendar.
package enum ActTime: Sendable, Hashable {
    case moment(Instant)
    /// All of a day.
    case day(LocalDate)

    /// Reads `2021-12-31T17:00:00+08:00`, `2021-12-31 17:00` and `2021-12-31`; nil for anything else.
    package init?(_ text: String, _ timetable: Timetable) {
        if let moment = Instant(text) {
            self = .moment(moment)
            return
        }
        var scanner = StampScanner(text)
        guard let date = scanner.date() else { return nil }
        if scanner.isAtEnd {
            self = .day(LocalDate(date))
            return
        }
        guard scanner.take(" ") || scanner.take("T"), let time = TimeOfDay(String(text.dropFirst(11))) else {
            return nil
        }
        self = .moment(timetable.instant(LocalDate(date), time))
    }

    /// The moment itself, or the first of the day.
    package func start(_ timetable: Timetable) -> Instant {
        switch self {
        case .moment(let moment): moment
        case .day(let day): timetable.start(of: day)
        }
    }

    /// The moment itself, or midnight at the end of the day: what lasts until a day lasts through it.
    package func end(_ timetable: Timetable) -> Instant {
        switch self {
        case .moment(let moment): moment
        case .day(let day): timetable.start(of: day.adding(days: 1))
        }
    }
}
