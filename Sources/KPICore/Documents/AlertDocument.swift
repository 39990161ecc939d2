/// `alerts.json` and the lines of `alerts.jsonl`.
package enum AlertDocument {
    /// Alerts that are pending, firing or recovering, by id.
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
        let zone = catalog.timetable.zone
        var members = [JSON.Member("id", .string(alert.identity.description))]
        members += identity(alert.identity)
        members += [
            JSON.Member("severity", JSON(alert.phase.severity?.rawValue)),
            JSON.Member("state", .string(alert.phase.name.rawValue)), JSON.Member("episode", JSON(alert.episode)),
            JSON.Member("since", JSON(alert.phase.since?.stamp(in: zone))),
        ]
        members += recovery(alert, catalog)
        members += [
            JSON.Member("reason", alert.reason.json), JSON.Member("message", JSON(alert.message)),
            JSON.Member("values", values(alert.values)),
        ]
        if let suppressors {
            members.append(JSON.Member("suppressed_by", .array(suppressors.map { $0.json(in: zone) })))
        }
        return .object(members)
    }

    /// Of an alert that recovers alone: since when, and when it is over if it stays clear; null where that depends on
    /// periods.
    private static func recovery(_ alert: Alert, _ catalog: Catalog) -> [JSON.Member] {
        guard case .recovering(let recovering) = alert.phase else { return [] }
        let zone = catalog.timetable.zone
        return [
            JSON.Member("recovering_since", .string(recovering.since.stamp(in: zone))),
            JSON.Member("resolves_at", JSON(catalog.resolution(of: alert)?.stamp(in: zone))),
        ]
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
