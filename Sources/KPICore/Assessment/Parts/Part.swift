/// A part of a target that is judged by itself: a milestone's stage, a checklist's item, a member to be covered, a
/// cadence's period, or an entity at a gate.
package struct Part: Sendable, Hashable {
    /// Names it within its target, whatever its words.
    package let id: String
    package let label: Label
    package let owner: String
    /// The unit it belongs to; nil: to the whole.
    package let unit: UnitID?
    /// How much there is of it.
    package let value: Double
    /// How much is asked.
    package let atLeast: Double
    /// Its part of the whole.
    package let weight: Double
    /// The day from which its time runs.
    package let start: LocalDate
    package let due: LocalDate?
    /// The day on which there was enough.
    package let doneOn: LocalDate?
    package let state: PartState
    /// It counts only when a second person has struck it off.
    package let needsClosing: Bool

    package init(
        id: String, label: Label, owner: String = "", unit: UnitID? = nil, value: Double, atLeast: Double = 1,
        weight: Double = 1, start: LocalDate, due: LocalDate? = nil, doneOn: LocalDate? = nil, state: PartState,
        needsClosing: Bool = false
    ) {
        self.id = id
        self.label = label
        self.owner = owner
        self.unit = unit
        self.value = value
        self.atLeast = atLeast
        self.weight = weight
        self.start = start
        self.due = due
        self.doneOn = doneOn
        self.state = state
        self.needsClosing = needsClosing
    }

    /// Whether it counts towards the target's value.
    package var isMet: Bool { needsClosing ? state == .closed : state.isMet }

    /// Done, closed or not; what a second person has yet to strike off is done too.
    package var isDone: Bool { doneOn != nil }

    /// It was done after its day, or has not been done by it.
    package var isLate: Bool {
        guard let due else { return false }
        return state == .overdue || doneOn.map { $0 > due } ?? false
    }
}
