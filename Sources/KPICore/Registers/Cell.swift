/// A value in a register.
package enum Cell: Sendable, Hashable {
    /// Nothing was written. Absent is not unknown: a filter that touches it is false.
    case absent
    case text(String)
    case date(LocalDate)
    case number(Double)
    case bool(Bool)
    case unit(UnitID)
}
