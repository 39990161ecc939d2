package import CEL

/// A step of a milestone with a day of its own.
package struct Stage: Sendable {
    /// Something that must be true of the row that tells of it, beyond being there.
    package struct Requirement: Sendable {
        package let label: Label
        /// A number, computed from the row.
        package let number: Program
        package let goal: Goal

        package init(label: Label, number: Program, goal: Goal) {
            (self.label, self.number, self.goal) = (label, number, goal)
        }
    }

    package let id: String
    package let label: Label
    package let due: LocalDate
    /// Its part of the whole, compared with the other stages'.
    package let weight: Double
    package let requirement: Requirement?

    package init(id: String, label: Label, due: LocalDate, weight: Double = 1, requirement: Requirement? = nil) {
        self.id = id
        self.label = label
        self.due = due
        self.weight = weight
        self.requirement = requirement
    }
}
