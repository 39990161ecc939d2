extension ActSetting {
    /// What a deed would do, or does, to what is open now.
    package func preview(_ deed: Deed) -> ActPreview {
        let alerts = alerts(touchedBy: deed)
        var warnings: [Label] = []
        if alerts.isEmpty, deed.name == .silence || deed.name == .maintain {
            warnings.append(Label(zh: "现在没有符合的告警。", en: "it matches no open alert now."))
        }
        if deed.name == .acknowledge, let alert = alerts.first, let earlier = acknowledgement(of: alert) {
            warnings.append(
                Label(
                    zh: "\(earlier.author)已确认过此告警（操作 \(earlier.id)）。",
                    en: "\(earlier.author) has acknowledged this alert already (act \(earlier.id))."))
        }
        return ActPreview(deed, alerts: alerts, warnings: warnings)
    }

    /// Open alerts that a deed is about.
    package func alerts(touchedBy deed: Deed) -> [Alert] {
        switch deed {
        case .acknowledge(let acknowledgement): open.filter { $0.identity == acknowledgement.alert }
        case .silence(let silence): open.filter { matches(silence.matchers, $0) }
        case .maintain(let maintenance): open.filter { catalog.units.holds($0.identity.unit, in: maintenance.unit) }
        case .undo(let id): acts[id].map { alerts(touchedBy: $0.deed) } ?? []
        }
    }

    /// Whether an act is in force, or will be: an acknowledgement ends with its episode, the others at their time.
    package func isAlive(_ act: Act) -> Bool {
        guard act.deed.name != .undo, acts.end(of: act).map({ now < $0 }) ?? true else { return false }
        guard case .acknowledge(let acknowledgement) = act.deed, !acknowledgement.isSticky else { return true }
        return open.contains {
            $0.identity == acknowledgement.alert && $0.comingEpisode == acknowledgement.episode
        }
    }

    private func acknowledgement(of alert: Alert) -> Act? {
        alert.phase.severity.flatMap { severity in
            acts.acknowledgement(of: alert.identity, episode: alert.comingEpisode, severity: severity, at: now)
        }
    }

    private func matches(_ matchers: Matchers, _ alert: Alert) -> Bool {
        matchers.match(alert.identity, severity: alert.phase.severity, in: catalog)
    }
}
