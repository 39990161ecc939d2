import CEL

/// How long a period of reporting is.
package enum PeriodLength: String, Sendable, CaseIterable {
    case day, week, month, quarter, half, year

    /// The period that holds a day. Weeks are ISO 8601's, Monday to Sunday.
    package func period(containing date: LocalDate) -> Period {
        let civil = date.civil
        switch self {
        case .day:
            return Period(length: self, first: date, last: date)
        case .week:
            let monday = date.adding(days: -((civil.dayOfWeek + 6) % 7))
            return Period(length: self, first: monday, last: monday.adding(days: 6))
        case .month, .quarter, .half, .year:
            let size = months
            let month = (civil.month - 1) / size * size + 1
            return months(from: civil.year, month)
        }
    }

    /// The periods that touch a range of days, in order.
    package func periods(in range: DateRange) -> [Period] {
        var periods: [Period] = []
        var period = period(containing: range.first)
        while period.first <= range.last {
            periods.append(period)
            period = period.next
        }
        return periods
    }

    private var months: Int {
        switch self {
        case .quarter: 3
        case .half: 6
        case .year: 12
        default: 1
        }
    }

    private func months(from year: Int, _ month: Int) -> Period {
        let last = month + months - 1
        return Period(
            length: self, first: Self.firstDay(year, month),
            last: Self.firstDay(last == 12 ? year + 1 : year, last % 12 + 1).adding(days: -1))
    }

    private static func firstDay(_ year: Int, _ month: Int) -> LocalDate {
        LocalDate(dayNumber: CivilDate.daysSinceEpoch(year: year, month: month, day: 1))
    }
}
