package import CEL

/// A day as a local calendar names it, without a clock or a zone. It becomes moments only through a ``Timetable``.
package struct LocalDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    private let number: Int32

    /// Of years within some five million of ours.
    package init(dayNumber: Int) {
        number = Int32(dayNumber)
    }

    /// Days after 1970-01-01.
    package var dayNumber: Int { Int(number) }

    package init(_ civil: CivilDate) {
        self.init(dayNumber: civil.daysSinceEpoch)
    }

    /// Nil when there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard let civil = CivilDate(year: year, month: month, day: day) else { return nil }
        self.init(civil)
    }

    /// Reads `2021-07-10`, and nothing else.
    package init?(_ text: some StringProtocol) {
        var scanner = StampScanner(text)
        guard let date = scanner.date(), scanner.isAtEnd else { return nil }
        self.init(date)
    }

    package var civil: CivilDate { CivilDate(daysSinceEpoch: dayNumber) }
    package var year: Int { civil.year }
    package var month: Int { civil.month }
    package var weekday: Weekday { Weekday.allCases[weekdayIndex] }

    /// 0 is Monday. 1970-01-01 was a Thursday.
    var weekdayIndex: Int { ((dayNumber + 3) % 7 + 7) % 7 }

    package func adding(days: Int) -> LocalDate { LocalDate(dayNumber: dayNumber + days) }

    /// Days from an earlier day to this one; 0 for the same day.
    package func days(since other: LocalDate) -> Int { dayNumber - other.dayNumber }

    package static func < (a: LocalDate, b: LocalDate) -> Bool { a.dayNumber < b.dayNumber }

    package var description: String {
        let date = civil
        let year = String(date.year)
        let padding = String(repeating: "0", count: max(0, 4 - year.count))
        return "\(padding)\(year)-\(twoDigits(date.month))-\(twoDigits(date.day))"
    }
}
