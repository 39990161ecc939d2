/// The alerts that are remembered, found by identity and by target: whoever looks at one target does not pass by all
/// the others' alerts.
package struct AlertBook: Sendable, Equatable {
    private var byTarget: [TargetID: [AlertIdentity: Alert]] = [:]

    package init(_ alerts: some Sequence<Alert> = []) {
        for alert in alerts { self[alert.identity] = alert }
    }

    package subscript(identity: AlertIdentity) -> Alert? {
        get { byTarget[identity.target]?[identity] }
        set { byTarget[identity.target, default: [:]][identity] = newValue }
    }

    /// In no order.
    package var values: some Sequence<Alert> { byTarget.values.lazy.flatMap(\.values) }

    package var isEmpty: Bool { byTarget.values.allSatisfy(\.isEmpty) }

    /// Targets of which anything is remembered, in no order.
    var targets: some Sequence<TargetID> { byTarget.keys }

    /// All of one target.
    func alerts(of target: TargetID) -> [AlertIdentity: Alert] { byTarget[target] ?? [:] }

    /// Those that are pending, firing or recovering, in the order of their identities.
    package var open: [Alert] { values.filter(\.phase.isOpen).sorted { $0.identity < $1.identity } }
}
