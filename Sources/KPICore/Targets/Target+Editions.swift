extension Target {
    /// The first judged day that follows this version.
    package var validFrom: LocalDate { validity?.from ?? window.first }

    /// The last judged day that it was said to count for; nil where that was left open.
    package var validTo: LocalDate? { validity?.to }

    /// Whether the figures of a period are this edition's. A period that two windows share, such as a week over the
    /// turn of a year, belongs to the edition in which it begins, so that nothing counts twice.
    package func holds(_ period: Period) -> Bool {
        guard period.first <= window.last, period.last >= window.first else { return false }
        return predecessor.map { period.first > $0.window.last } ?? true
    }

    /// Whether it is the version that counts for a period of this edition.
    package func counts(for period: Period) -> Bool {
        guard holds(period) else { return false }
        let day = min(period.last, window.last)
        return validFrom <= day && day <= validTo ?? window.last
    }
}
