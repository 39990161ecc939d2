/// How a target stands with every unit it touches.
package struct TargetAssessment: Sendable {
    /// Index in the catalog.
    package let target: Int
    package let ref: LocalDate
    /// By unit index; nil where a unit has neither a figure nor a share of the goal nor a report to send. The root always
    /// has one.
    package let units: [Assessment?]
    /// What it consists of, where it is more than one number.
    package let parts: [Part]

    package init(target: Int, ref: LocalDate, units: [Assessment?], parts: [Part] = []) {
        self.target = target
        self.ref = ref
        self.units = units
        self.parts = parts
    }

    /// The whole.
    package var whole: Assessment {
        guard let whole = units[UnitTree.root] else { preconditionFailure("the root is always assessed") }
        return whole
    }
}
