/// When a report on a period is due: so many working or calendar days after the period's end, at a time of day.
package struct Deadline: Sendable, Hashable {
    package enum Days: Sendable, Hashable {
        /// The nth working day after the last day of the period.
        case working(Int)
        /// The nth day after it.
        case calendar(Int)
    }

    package let days: Days
    package let at: TimeOfDay

    package init(_ days: Days, at: TimeOfDay) {
        (self.days, self.at) = (days, at)
    }
}
