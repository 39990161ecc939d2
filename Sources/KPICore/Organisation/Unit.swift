/// Who answers for figures: a city, a county, a department.
package final class Unit: Sendable {
    package let id: UnitID
    /// Nil for the one unit at the top.
    package let parent: UnitID?
    package let label: Label
    /// A word of the organisation's own, such as `county`.
    package let level: String
    /// Reports like a division of its level without being one (功能区).
    package let isFunctional: Bool
    /// Reports are expected for periods that touch these days; nil is without bound.
    package let activeFrom: LocalDate?
    package let activeTo: LocalDate?
    /// Other names that people type.
    package let aliases: [String]
    /// Ids under which it was known before: what was told of them was told of it.
    package let formerly: [UnitID]

    package init(
        id: UnitID, parent: UnitID?, label: Label, level: String = "", isFunctional: Bool = false,
        activeFrom: LocalDate? = nil, activeTo: LocalDate? = nil, aliases: [String] = [],
        formerly: [UnitID] = []
    ) {
        self.id = id
        self.parent = parent
        self.label = label
        self.level = level
        self.isFunctional = isFunctional
        self.activeFrom = activeFrom
        self.activeTo = activeTo
        self.aliases = aliases
        self.formerly = formerly
    }

    /// Whether the unit exists on at least one day of the range.
    package func isActive(in range: DateRange) -> Bool {
        (activeFrom.map { $0 <= range.last } ?? true) && (activeTo.map { $0 >= range.first } ?? true)
    }
}
