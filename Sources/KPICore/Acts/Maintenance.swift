/// For some time nobody is told of a unit and the units below it.
package struct Maintenance: Sendable, Hashable {
    package let unit: UnitID
    package let from: Instant
    /// After `from`.
    package let until: Instant

    /// Nil when it would end before it begins.
    package init?(_ unit: UnitID, from: Instant, until: Instant) {
        guard until > from else { return nil }
        (self.unit, self.from, self.until) = (unit, from, until)
    }
}
