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

    /// About a file; its name without folders stands where other alerts have their target.
    ///
    /// - Parameter unit: in whose folder it lay.
    package static func refused(file name: String, of unit: UnitID?, in units: UnitTree) -> AlertIdentity {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        return AlertIdentity(
            rule: refusedFile, target: TargetID(file), unit: unit ?? units.units[UnitTree.root].id)
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
