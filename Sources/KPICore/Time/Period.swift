import CEL

/// A stretch of days that is reported on as one. It ends at 24:00 local time of its last day.
package struct Period: Sendable, Hashable, Comparable, CustomStringConvertible {
    // In this order it takes nine bytes, and what stands behind it begins with the tenth.
    package let first: LocalDate
    package let last: LocalDate
    package let length: PeriodLength

    init(length: PeriodLength, first: LocalDate, last: LocalDate) {
        (self.length, self.first, self.last) = (length, first, last)
    }

    package var range: DateRange { DateRange(first, last)! }  // first <= last by construction

    package var next: Period { length.period(containing: last.adding(days: 1)) }
    package var previous: Period { length.period(containing: first.adding(days: -1)) }

    /// By end, then by length: a month before the quarter that ends with it.
    package static func < (a: Period, b: Period) -> Bool {
        (a.last, b.first) < (b.last, a.first)
    }

    /// `2021-09-05`, `2021-W36`, `2021-09`, `2021Q3`, `2021H2` or `2021`.
    package var description: String {
        let civil = first.civil
        switch length {
        case .day: return first.description
        case .week:
            let thursday = first.adding(days: 3).civil
            return "\(thursday.year)-W\(twoDigits((thursday.dayOfYear - 1) / 7 + 1))"
        case .month: return "\(civil.year)-\(twoDigits(civil.month))"
        case .quarter: return "\(civil.year)Q\((civil.month + 2) / 3)"
        case .half: return "\(civil.year)H\(civil.month == 1 ? 1 : 2)"
        case .year: return "\(civil.year)"
        }
    }

    /// Reads what ``description`` writes, and `2021-Q3` and `2021-H2`. Nil for anything else, month 13 among it.
    package init?(_ text: some StringProtocol) {
        var scanner = StampScanner(text)
        guard let year = scanner.digits(4), year >= 1000 else { return nil }
        func period(_ length: PeriodLength, _ month: Int, _ day: Int = 1) -> Period? {
            LocalDate(year: year, month: month, day: day).map { length.period(containing: $0) }
        }
        let found: Period?
        if scanner.isAtEnd {
            found = period(.year, 1)
        } else {
            let dash = scanner.take("-")
            if scanner.take("Q") {
                found = scanner.digits(1).flatMap { (1...4).contains($0) ? period(.quarter, $0 * 3) : nil }
            } else if scanner.take("H") {
                found = scanner.digits(1).flatMap { (1...2).contains($0) ? period(.half, $0 * 6) : nil }
            } else if dash, scanner.take("W") {
                found = scanner.digits(2).flatMap { Self.week($0, of: year) }
            } else if dash, let month = scanner.digits(2) {
                found =
                    scanner.take("-") ? scanner.digits(2).flatMap { period(.day, month, $0) } : period(.month, month)
            } else {
                found = nil
            }
        }
        guard let found, scanner.isAtEnd else { return nil }
        self = found
    }

    /// ISO 8601: week 1 holds 4 January.
    private static func week(_ number: Int, of year: Int) -> Period? {
        guard number >= 1, let fourth = LocalDate(year: year, month: 1, day: 4) else { return nil }
        let week = PeriodLength.week.period(containing: fourth.adding(days: (number - 1) * 7))
        return week.first.adding(days: 3).year == year ? week : nil
    }
}
