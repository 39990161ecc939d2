/// An alert that is pending or firing, as `alerts.json` tells it.
package struct OpenAlert: Sendable, Hashable, Decodable {
    package let id: String
    package let target: String
    package let unit: String
    /// Nil while nothing has fired yet and no severity is settled.
    package let severity: String?
    package let state: String
    package let since: String?
    package let message: Label

    package init(
        id: String, target: String, unit: String, severity: String?, state: String, since: String?, message: Label
    ) {
        (self.id, self.target, self.unit) = (id, target, unit)
        (self.severity, self.state, self.since) = (severity, state, since)
        self.message = message
    }

    var isFiring: Bool { state == "firing" }
}

/// `alerts.json`, as far as it is shown.
package struct OpenAlerts: Sendable, Hashable, Decodable {
    package let asOf: String
    package let alerts: [OpenAlert]
}

extension OpenAlert {
    /// Those of a state, in the order of `alerts.json`.
    package static func all(in state: EvaluationState, _ timetable: Timetable) -> [OpenAlert] {
        let open = state.alerts.open
        return open.map { alert in
            let since: Instant? =
                switch alert.phase {
                case .inactive: nil
                case .pending(let pending): pending.since
                case .firing(let firing): firing.since
                case .resolved(let resolved): resolved.at
                }
            return OpenAlert(
                id: alert.identity.description, target: alert.identity.target.text, unit: alert.identity.unit.text,
                severity: alert.phase.severity?.rawValue, state: alert.phase.name.rawValue,
                since: since?.stamp(in: timetable.zone), message: alert.message)
        }
    }
}
