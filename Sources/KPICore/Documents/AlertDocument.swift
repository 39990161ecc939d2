/// `alerts.json` and the lines of `alerts.jsonl`.
package enum AlertDocument {
    /// Alerts that are pending or firing, by id.
    ///
    /// - Parameter suppressors: what keeps people from being told of each; nil where that is not told.
    package static func alerts(
        _ state: EvaluationState, _ catalog: Catalog, suppressors: ((Alert) -> [Suppressor])? = nil
    ) -> JSON {
        let open = state.alerts.open
        return .array(open.map { alert($0, catalog, suppressors?($0)) })
    }

    /// `alerts.json`, around ``alerts(_:_:)``.
    package static func current(_ alerts: JSON, _ catalog: Catalog, asOf: Instant) -> JSON {
        .object([
            JSON.Member("api_version", .string(StatusDocument.version)),
            JSON.Member("as_of", .string(asOf.stamp(in: catalog.timetable.zone))), JSON.Member("alerts", alerts),
        ])
    }

    private static func alert(_ alert: Alert, _ catalog: Catalog, _ suppressors: [Suppressor]?) -> JSON {
        let since: Instant? =
            switch alert.phase {
            case .inactive: nil
            case .pending(let pending): pending.since
            case .firing(let firing): firing.since
            case .resolved(let resolved): resolved.at
            }
        return .object(
            [JSON.Member("id", .string(alert.identity.description))] + identity(alert.identity) + [
                JSON.Member("severity", JSON(alert.phase.severity?.rawValue)),
                JSON.Member("state", .string(alert.phase.name.rawValue)),
                JSON.Member("episode", JSON(alert.episode)),
                JSON.Member("since", JSON(since?.stamp(in: catalog.timetable.zone))),
                JSON.Member("reason", alert.reason.json),
                JSON.Member("message", JSON(alert.message)), JSON.Member("values", values(alert.values)),
            ]
                + (suppressors.map { suppressors in
                    [JSON.Member("suppressed_by", .array(suppressors.map { $0.json(in: catalog.timetable.zone) }))]
                } ?? []))
    }

    /// One line of the alert log, without its line break.
    package static func line(_ transition: Transition, sequence: Int64, _ timetable: Timetable) -> String {
        JSON.object(
            [
                JSON.Member("seq", .number(Double(sequence))),
                JSON.Member("at", .string(transition.at.stamp(in: timetable.zone))),
                JSON.Member("id", .string(transition.alert.description)),
            ] + identity(transition.alert) + [
                JSON.Member("episode", JSON(transition.episode)),
                JSON.Member("from", .string(transition.from.rawValue)),
                JSON.Member("to", .string(transition.to.rawValue)),
                JSON.Member("severity_before", JSON(transition.severityBefore?.rawValue)),
                JSON.Member("severity", .string(transition.severity.rawValue)),
                JSON.Member("ref", .string(transition.ref.description)),
                JSON.Member("reason", transition.reason.json),
                JSON.Member("message", JSON(transition.message)),
                JSON.Member("values", values(transition.values)),
            ]
        ).compact
    }

    private static func identity(_ identity: AlertIdentity) -> [JSON.Member] {
        [
            JSON.Member("rule", .string(identity.rule.text)), JSON.Member("target", .string(identity.target.text)),
            JSON.Member("unit", .string(identity.unit.text)), JSON.Member("scope", .string(identity.scope)),
        ]
    }

    private static func values(_ values: [NamedValue]) -> JSON {
        .object(values.map { JSON.Member($0.name, JSON($0.value)) })
    }
}
