package import KPICore

/// What one evaluation decided, to be made durable as a whole.
package struct Tick: Sendable {
    /// The alerts that changed, in their new state; the others stay as they are.
    package let alerts: [Alert]
    /// Alerts that are to be kept no longer.
    package let forgotten: [AlertIdentity]
    /// Alerts that go on under another name, by the one they had. Nothing is kept under that any more; what people
    /// were told of them is known under the new one.
    package let renamed: [AlertIdentity: AlertIdentity]
    /// In the order in which they happened.
    package let transitions: [Transition]
    /// Every boundary up to this moment has been passed through; nil: nothing was evaluated.
    package let evaluatedThrough: Instant?
    package let telling: TellingRecord

    package init(
        alerts: [Alert], forgotten: [AlertIdentity] = [], renamed: [AlertIdentity: AlertIdentity] = [:],
        transitions: [Transition], evaluatedThrough: Instant?, telling: TellingRecord = .nothing
    ) {
        self.alerts = alerts
        self.forgotten = forgotten
        self.renamed = renamed
        self.transitions = transitions
        self.evaluatedThrough = evaluatedThrough
        self.telling = telling
    }
}
