/// The whole record of an alert, kept across restarts and edits.
package struct Alert: Sendable, Hashable {
    package let identity: AlertIdentity
    /// Counts the times the alert has fired, from 1; 0 before the first.
    package let episode: Int
    package let phase: AlertPhase
    /// Why it is in this phase.
    package let reason: Reason
    package let message: Label
    let numbers: AlertNumbers

    package init(
        identity: AlertIdentity, episode: Int, phase: AlertPhase, reason: Reason, message: Label,
        values: [NamedValue]
    ) {
        self.init(
            identity: identity, episode: episode, phase: phase, reason: reason, message: message,
            numbers: AlertNumbers(values))
    }

    init(
        identity: AlertIdentity, episode: Int, phase: AlertPhase, reason: Reason, message: Label,
        numbers: AlertNumbers
    ) {
        self.identity = identity
        self.episode = episode
        self.phase = phase
        self.reason = reason
        self.message = message
        self.numbers = numbers
    }

    /// What the message and the condition were computed from, at the latest judgement.
    package var values: [NamedValue] { numbers.values }
}

/// A number under the name by which rules know it; nil is unknown.
package struct NamedValue: Sendable, Hashable {
    package let name: String
    package let value: Double?

    package init(_ name: String, _ value: Double?) {
        (self.name, self.value) = (name, value)
    }
}
