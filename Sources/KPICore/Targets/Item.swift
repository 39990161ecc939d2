/// A thing on a checklist, done when there is enough of it.
package struct Item: Sendable, Hashable {
    package let id: String
    package let label: Label
    package let atLeast: Double
    /// Nil: by the target's own due day.
    package let due: LocalDate?
    package let owner: String

    package init(id: String, label: Label, atLeast: Double = 1, due: LocalDate? = nil, owner: String = "") {
        self.id = id
        self.label = label
        self.atLeast = atLeast
        self.due = due
        self.owner = owner
    }
}
