/// A step in the life of an alert, as the ledger keeps it and the alert log tells it.
package struct Transition: Sendable, Hashable {
    package let alert: AlertIdentity
    package let episode: Int
    package let from: AlertPhase.Name
    package let to: AlertPhase.Name
    /// Before the step; nil when there was none.
    package let severityBefore: Severity?
    /// After it; a resolved alert keeps the one it had.
    package let severity: Severity
    /// When it became so: the moment of the boundary, however late it was noticed.
    package let at: Instant
    /// The day that was judged.
    package let ref: LocalDate
    package let reason: Reason
    package let message: Label
    package let values: [NamedValue]

    package init(
        alert: AlertIdentity, episode: Int, from: AlertPhase.Name, to: AlertPhase.Name, severityBefore: Severity?,
        severity: Severity, at: Instant, ref: LocalDate, reason: Reason, message: Label, values: [NamedValue]
    ) {
        self.alert = alert
        self.episode = episode
        self.from = from
        self.to = to
        self.severityBefore = severityBefore
        self.severity = severity
        self.at = at
        self.ref = ref
        self.reason = reason
        self.message = message
        self.values = values
    }
}
