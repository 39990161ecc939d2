import CEL

/// Which days are worked: a week with its weekend, the holidays of each year, and the weekend days worked in exchange
/// (调休).
package struct WorkCalendar: Sendable, Hashable {
    /// One published year.
    package struct Year: Sendable, Hashable {
        package let holidays: Set<LocalDate>
        /// Weekend days that are worked.
        package let swapped: Set<LocalDate>

        package init(holidays: Set<LocalDate>, swapped: Set<LocalDate>) {
            (self.holidays, self.swapped) = (holidays, swapped)
        }
    }

    package let name: String
    package let weekend: Set<Weekday>
    package let years: [Int: Year]

    package init(name: String, weekend: Set<Weekday> = [.sat, .sun], years: [Int: Year] = [:]) {
        (self.name, self.weekend, self.years) = (name, weekend, years)
    }

    /// Whether the holidays of a year are known. Where they are not, its weekends are all there is to go by, and
    /// whoever shows a date of that year says so.
    package func knows(_ year: Int) -> Bool { years[year] != nil }

    /// A holiday at the turn of a year may have been published with either.
    package func isWorkingDay(_ date: LocalDate) -> Bool {
        let civil = date.civil
        let year = years[civil.year]
        let neighbour = civil.month == 12 ? years[civil.year + 1] : civil.month == 1 ? years[civil.year - 1] : nil
        if let year, year.holidays.contains(date) { return false }
        if let neighbour, neighbour.holidays.contains(date) { return false }
        if let year, year.swapped.contains(date) { return true }
        return !weekend.contains(date.weekday)
    }

    /// The nth working day after a day, n >= 1; the day itself for n = 0.
    package func workingDay(_ n: Int, after date: LocalDate) -> LocalDate {
        step(n, from: date, by: 1)
    }

    /// The nth working day before a day, n >= 1; the day itself for n = 0.
    package func workingDay(_ n: Int, before date: LocalDate) -> LocalDate {
        step(n, from: date, by: -1)
    }

    /// Working days of a range.
    package func workingDays(in range: DateRange) -> Int {
        var count = 0
        var date = range.first
        while date <= range.last {
            if isWorkingDay(date) { count += 1 }
            date = date.adding(days: 1)
        }
        return count
    }

    /// A calendar without a working day would be walked for ever: a year of free days in a row ends the walk.
    private func step(_ n: Int, from date: LocalDate, by direction: Int) -> LocalDate {
        var date = date
        var left = n
        var free = 0
        while left > 0, free < 366 {
            date = date.adding(days: direction)
            if isWorkingDay(date) {
                left -= 1
                free = 0
            } else {
                free += 1
            }
        }
        return date
    }
}
