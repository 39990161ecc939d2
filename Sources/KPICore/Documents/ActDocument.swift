import CEL

/// What operators did about alerts, as the daemon's socket tells it.
package enum ActDocument {
    /// Acts in force or still to come, in the order in which they were taken; with `all`, every one.
    package static func acts(_ setting: ActSetting, all: Bool) -> JSON {
        let acts = setting.acts.all.filter { all || setting.isAlive($0) }
        return document(setting, [JSON.Member("acts", .array(acts.map { entry($0, setting) }))])
    }

    /// The answer to a request.
    ///
    /// - Parameter act: nil where only what would happen was asked for.
    package static func answer(_ preview: ActPreview, act: Act?, _ setting: ActSetting) -> JSON {
        let zone = setting.catalog.timetable.zone
        return document(
            setting,
            [
                JSON.Member("act", act.map { $0.json(in: zone) } ?? .null),
                JSON.Member("deed", preview.deed.json(in: zone)),
                JSON.Member("alerts", .array(preview.alerts.map(brief))),
                JSON.Member("warnings", .array(preview.warnings.map { JSON($0) })),
            ])
    }

    private static func document(_ setting: ActSetting, _ members: [JSON.Member]) -> JSON {
        .object(
            [
                JSON.Member("api_version", .string(StatusDocument.version)),
                JSON.Member("as_of", .string(setting.now.stamp(in: setting.catalog.timetable.zone))),
            ] + members)
    }

    private static func entry(_ act: Act, _ setting: ActSetting) -> JSON {
        let zone = setting.catalog.timetable.zone
        let isInForce = setting.isAlive(act) && setting.acts.isInForce(act, at: setting.now)
        let muted = isInForce ? setting.alerts(touchedBy: act.deed).filter { setting.isSuppressed($0, by: act) } : []
        return .object(
            act.members(in: zone) + [
                JSON.Member("in_force", .bool(isInForce)),
                JSON.Member("ends", JSON(setting.acts.end(of: act)?.stamp(in: zone))),
                JSON.Member("undone_at", JSON(setting.acts.undone(act.id)?.stamp(in: zone))),
                JSON.Member("alerts", .array(muted.map { .string($0.identity.description) })),
            ])
    }

    private static func brief(_ alert: Alert) -> JSON {
        .object([
            JSON.Member("id", .string(alert.identity.description)),
            JSON.Member("severity", JSON(alert.phase.severity?.rawValue)),
            JSON.Member("state", .string(alert.phase.name.rawValue)), JSON.Member("message", JSON(alert.message)),
        ])
    }
}

extension ActSetting {
    fileprivate func isSuppressed(_ alert: Alert, by act: Act) -> Bool {
        // Acts alone count here, whatever the settings say.
        Suppression(.silent, catalog, acts, AlertBook(), at: now).suppressors(of: alert).contains { suppressor in
            switch suppressor {
            case .acknowledged(let other), .silenced(let other), .maintained(let other): other.id == act.id
            case .muted, .inhibited, .flapping: false
            }
        }
    }
}
