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
    /// Of each weekday, Monday first.
    private let isWorked: [Bool]
    /// Days on which it is otherwise than the weekday says, in order.
    private let exceptions: [LocalDate]

    package init(name: String, weekend: Set<Weekday> = [.sat, .sun], years: [Int: Year] = [:]) {
        (self.name, self.weekend, self.years) = (name, weekend, years)
        let isWorked = Weekday.allCases.map { !weekend.contains($0) }
        self.isWorked = isWorked
        // A holiday at the turn of a year may stand in the list of either.
        let holidays = years.reduce(into: Set<LocalDate>()) { all, year in
            all.formUnion(
                year.value.holidays.filter { date in
                    let turn = date.month == 12 ? 1 : date.month == 1 ? -1 : 0
                    return date.year == year.key || date.year + turn == year.key
                })
        }
        let swapped = years.reduce(into: Set<LocalDate>()) { all, year in
            all.formUnion(year.value.swapped.filter { $0.year == year.key })
        }
        let exceptions =
            holidays.filter { isWorked[$0.weekdayIndex] }
            .union(swapped.subtracting(holidays).filter { !isWorked[$0.weekdayIndex] })
        self.exceptions = exceptions.sorted()
    }

    /// Whether the holidays of a year are known. Where they are not, its weekends are all there is to go by, and
    /// whoever shows a date of that year says so.
    package func knows(_ year: Int) -> Bool { years[year] != nil }

    /// A holiday at the turn of a year may have been published with either.
    package func isWorkingDay(_ date: LocalDate) -> Bool {
        let position = exceptions.partitioningIndex { $0 >= date }
        let isException = position < exceptions.count && exceptions[position] == date
        return isWorked[date.weekdayIndex] != isException
    }

    /// The nth working day after a day, n >= 1; the day itself for n = 0.
    package func workingDay(_ n: Int, after date: LocalDate) -> LocalDate {
        step(n, from: date, by: 1)
    }

    /// The nth working day before a day, n >= 1; the day itself for n = 0.
    package func workingDay(_ n: Int, before date: LocalDate) -> LocalDate {
        step(n, from: date, by: -1)
    }

    /// Working days of a range: those of whole weeks, of the days that are left, and what is otherwise than weeks say.
    package func workingDays(in range: DateRange) -> Int {
        var count = range.days / 7 * isWorked.count(where: \.self)
        let first = range.first.weekdayIndex
        for day in 0..<(range.days % 7) where isWorked[(first + day) % 7] { count += 1 }
        for date in exceptions[exceptions.partitioningIndex(where: { $0 >= range.first })...] {
            guard date <= range.last else { break }
            count += isWorked[date.weekdayIndex] ? -1 : 1
        }
        return count
    }

    /// Working days after one day up to and with another; negative when the other is earlier.
    package func workingDays(after start: LocalDate, upTo end: LocalDate) -> Int {
        if let days = DateRange(start.adding(days: 1), end) { return workingDays(in: days) }
        return DateRange(end.adding(days: 1), start).map { -workingDays(in: $0) } ?? 0
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
