/// How a target stands with every unit it touches.
package struct TargetAssessment: Sendable {
    /// Index in the catalog.
    package let target: Int
    package let ref: LocalDate
    /// By unit index; nil where a unit has neither a figure nor a share of the goal nor a report to send.
    package let units: [Assessment?]
    /// The whole.
    package let whole: Assessment
    /// What it consists of, where it is more than one number.
    package let parts: [Part]

    package init(target: Int, ref: LocalDate, units: [Assessment?], whole: Assessment, parts: [Part] = []) {
        self.target = target
        self.ref = ref
        self.units = units
        self.whole = whole
        self.parts = parts
    }
}
