/// What came of advancing to a moment: the new state, and what has to be written down.
package struct Advance: Sendable {
    package var state: EvaluationState
    var undo: Undo
    /// In the order in which they happened; those of one moment by alert.
    package var transitions: [Transition] = []
    /// Alerts whose record changed, transitions or not.
    package var changed: Set<AlertIdentity> = []
    /// Alerts that go on under another name, by the one they had. Nothing is kept under that any more.
    package var renamed: [AlertIdentity: AlertIdentity] = [:]
    /// Targets, by index, that were assessed: whatever else is told of them may have changed too.
    package var assessed: Set<Int> = []

    /// The state before it, for when it cannot be committed.
    package var undone: EvaluationState { undo.applied(to: state) }
}
