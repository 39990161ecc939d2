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
    /// What it remembers of its episodes; nil before it has fired.
    package let memory: EpisodeMemory?

    package init(
        identity: AlertIdentity, episode: Int, phase: AlertPhase, reason: Reason, message: Label,
        values: [NamedValue], memory: EpisodeMemory? = nil
    ) {
        self.init(
            identity: identity, episode: episode, phase: phase, reason: reason, message: message,
            numbers: AlertNumbers(values), memory: memory)
    }

    init(
        identity: AlertIdentity, episode: Int, phase: AlertPhase, reason: Reason, message: Label,
        numbers: AlertNumbers, memory: EpisodeMemory?
    ) {
        self.identity = identity
        self.episode = episode
        self.phase = phase
        self.reason = reason
        self.message = message
        self.numbers = numbers
        self.memory = memory
    }

    /// What the message and the condition were computed from, at the latest judgement.
    package var values: [NamedValue] { numbers.values }

    /// The same when the latest episode began; empty when it never fired, or nothing was known then.
    package var atFiring: [NamedValue] { memory?.atFiring.values ?? [] }

    /// The same when it was at its worst in the latest episode; empty when it never fired, or nothing was ever known.
    package var atWorst: [NamedValue] { memory?.atWorst.values ?? [] }
}

/// A number under the name by which rules know it; nil is unknown.
package struct NamedValue: Sendable, Hashable {
    package let name: String
    package let value: Double?

    package init(_ name: String, _ value: Double?) {
        (self.name, self.value) = (name, value)
    }
}
