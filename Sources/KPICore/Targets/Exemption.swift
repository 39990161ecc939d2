/// A unit that need not report on a target for a while.
package struct Exemption: Sendable, Hashable {
    package let unit: UnitID
    /// Periods that end within these days; nil is without bound.
    package let from: LocalDate?
    package let to: LocalDate?
    package let reason: String

    package init(unit: UnitID, from: LocalDate? = nil, to: LocalDate? = nil, reason: String = "") {
        self.unit = unit
        self.from = from
        self.to = to
        self.reason = reason
    }

    /// Whether it frees the unit from a report on a period.
    package func covers(_ period: Period) -> Bool {
        (from.map { $0 <= period.last } ?? true) && (to.map { $0 >= period.last } ?? true)
    }
}

extension Target {
    /// Whether a unit need not report on a period.
    package func isExempt(_ unit: Unit, on period: Period) -> Bool {
        exemptions.contains { $0.unit == unit.id && $0.covers(period) }
    }
}
