/// Alerts that kpid raises about itself and about what it is sent, beside those of the rules.
package enum OwnAlert {
    /// A notice was given up. One alert for each channel.
    package static let undelivered: RuleID = "kpid-undelivered"
    /// A file was refused as a whole. One alert for each name of a file; it ends when a file of that name is taken.
    package static let refusedFile: RuleID = "kpid-refused-file"

    /// No rule of the settings may be called so.
    package static let rules: Set<RuleID> = [undelivered, refusedFile]

    /// About a channel; its name stands where other alerts have their target.
    package static func undelivered(over channel: String, in units: UnitTree) -> AlertIdentity {
        AlertIdentity(rule: undelivered, target: TargetID(channel), unit: units.units[UnitTree.root].id)
    }

    /// What becomes of the alert about a file. Its name without folders stands where other alerts have their target; one
    /// that lay in the folder of a unit is that unit's.
    ///
    /// - Parameter isRefused: as a whole.
    package static func event(
        ofFile name: String, isRefused: Bool, _ findings: [Finding], in units: UnitTree
    ) -> (AlertIdentity, Event) {
        let parts = name.split(separator: "/").map(String.init)
        let folder = parts.count >= 3 && parts[0] == "units" ? units.index(named: parts[1]) : nil
        let identity = AlertIdentity(
            rule: refusedFile, target: TargetID(parts.last ?? name), unit: units.units[folder ?? UnitTree.root].id)
        guard isRefused else { return (identity, .ended(.fileTaken)) }
        let why = findings.first { $0.action == .reject }?.message
        let message = Label(
            zh: "文件 \(name) 被退回：\(why?.zh ?? "其中没有数据。")",
            en: "the file \(name) was refused: \(why?.en ?? "nothing is in it.")")
        return (identity, .began(.fileRefused, .warning, message))
    }

    /// What has come about.
    package enum Event: Sendable {
        case began(Reason, Severity, Label)
        case ended(Reason)
    }

    /// What becomes of an alert; nil where nothing does, since it fires already or never did.
    package static func step(
        _ alert: Alert?, _ identity: AlertIdentity, _ event: Event, at now: Instant, _ timetable: Timetable
    ) -> (alert: Alert, transition: Transition)? {
        let before = alert?.phase ?? .inactive
        let phase: AlertPhase
        let (reason, words): (Reason, Label)
        var episode = alert?.episode ?? 0
        switch (event, before) {
        case (.began, .firing): return nil
        case (.began(let why, let severity, let message), _):
            phase = .firing(AlertPhase.Firing(since: now, severity: severity, pendingSince: now))
            (reason, words) = (why, message)
            episode += 1
        case (.ended(let why), .firing(let firing)):
            phase = .resolved(AlertPhase.Resolved(at: now, firedSince: firing.since, severity: firing.severity))
            (reason, words) = (why, alert?.message ?? why.label)
        case (.ended, _): return nil
        }
        let after = Alert(
            identity: identity, episode: episode, phase: phase, reason: reason, message: words, values: [])
        return (
            after,
            Transition(
                alert: identity, episode: episode, from: before.name, to: phase.name, severityBefore: before.severity,
                severity: phase.severity ?? .info, at: now, ref: timetable.date(of: now), reason: reason,
                message: words, values: [])
        )
    }
}
