/// Days from the first to the last, both included.
package struct DateRange: Sendable, Hashable {
    package let first: LocalDate
    package let last: LocalDate

    /// Nil when the last day lies before the first.
    package init?(_ first: LocalDate, _ last: LocalDate) {
        guard first <= last else { return nil }
        (self.first, self.last) = (first, last)
    }

    package var days: Int { last.days(since: first) + 1 }

    package func contains(_ date: LocalDate) -> Bool { first <= date && date <= last }

    package func overlaps(_ other: DateRange) -> Bool { first <= other.last && other.first <= last }
}
