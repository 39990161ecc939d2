package import KPICore

/// What one evaluation decided, to be made durable as a whole.
package struct Tick: Sendable {
    /// The alerts that changed, in their new state; the others stay as they are.
    package let alerts: [Alert]
    /// Alerts that are to be kept no longer.
    package let forgotten: [AlertIdentity]
    /// In the order in which they happened.
    package let transitions: [Transition]
    /// Every boundary up to this moment has been passed through.
    package let evaluatedThrough: Instant

    package init(
        alerts: [Alert], forgotten: [AlertIdentity] = [], transitions: [Transition], evaluatedThrough: Instant
    ) {
        self.alerts = alerts
        self.forgotten = forgotten
        self.transitions = transitions
        self.evaluatedThrough = evaluatedThrough
    }
}
