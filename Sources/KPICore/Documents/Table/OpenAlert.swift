/// An alert that is pending, firing or recovering, as `alerts.json` tells it.
package struct OpenAlert: Sendable, Hashable, Decodable {
    package let id: String
    package let target: String
    package let unit: String
    /// Nil while nothing has fired yet and no severity is settled.
    package let severity: String?
    package let state: String
    package let since: String?
    /// For one that recovers: since when.
    package let recoveringSince: String?
    /// When one that recovers is over if it stays clear; nil where that depends on periods.
    package let resolvesAt: String?
    package let message: Label

    package init(
        id: String, target: String, unit: String, severity: String?, state: String, since: String?,
        recoveringSince: String? = nil, resolvesAt: String? = nil, message: Label
    ) {
        (self.id, self.target, self.unit) = (id, target, unit)
        (self.severity, self.state, self.since) = (severity, state, since)
        (self.recoveringSince, self.resolvesAt) = (recoveringSince, resolvesAt)
        self.message = message
    }

}

/// `alerts.json`, as far as it is shown.
package struct OpenAlerts: Sendable, Hashable, Decodable {
    package let asOf: String
    package let alerts: [OpenAlert]
}

extension OpenAlert {
    /// Those of a state, in the order of `alerts.json`.
    package static func all(in state: EvaluationState, _ catalog: Catalog) -> [OpenAlert] {
        let open = state.alerts.open
        let zone = catalog.timetable.zone
        return open.map { alert in
            let recovering: Instant? = if case .recovering(let it) = alert.phase { it.since } else { nil }
            return OpenAlert(
                id: alert.identity.description, target: alert.identity.target.text, unit: alert.identity.unit.text,
                severity: alert.phase.severity?.rawValue, state: alert.phase.name.rawValue,
                since: alert.phase.since?.stamp(in: zone), recoveringSince: recovering?.stamp(in: zone),
                resolvesAt: catalog.resolution(of: alert)?.stamp(in: zone), message: alert.message)
        }
    }
}
