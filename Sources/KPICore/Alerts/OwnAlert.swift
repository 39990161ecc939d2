/// Alerts that kpid raises about itself, beside those of the rules.
package enum OwnAlert {
    /// A notice was given up. One alert for each channel.
    package static let undelivered: RuleID = "kpid-undelivered"

    /// No rule of the settings may be called so.
    package static let rules: Set<RuleID> = [undelivered]

    /// About a channel; its name stands where other alerts have their target.
    package static func undelivered(over channel: String, in units: UnitTree) -> AlertIdentity {
        AlertIdentity(rule: undelivered, target: TargetID(channel), unit: units.units[UnitTree.root].id)
    }

    /// What becomes of the alert about a channel when a notice was given up there, or one was delivered again; nil
    /// where nothing does.
    package static func step(
        _ alert: Alert?, _ identity: AlertIdentity, outcome: DeliveryAttempt.Outcome, message: Label,
        at now: Instant, _ timetable: Timetable
    ) -> (alert: Alert, transition: Transition)? {
        let before = alert?.phase ?? .inactive
        let phase: AlertPhase
        let reason: Reason
        var episode = alert?.episode ?? 0
        switch (outcome, before) {
        case (.givenUp, .firing), (.postponed, _): return nil
        case (.givenUp, _):
            phase = .firing(AlertPhase.Firing(since: now, severity: .critical, pendingSince: now))
            reason = .deliveryGivenUp
            episode += 1
        case (.delivered, .firing(let firing)):
            phase = .resolved(AlertPhase.Resolved(at: now, firedSince: firing.since, severity: firing.severity))
            reason = .deliveryWorks
        case (.delivered, _): return nil
        }
        let words = outcome == .givenUp ? message : alert?.message ?? message
        let after = Alert(
            identity: identity, episode: episode, phase: phase, reason: reason, message: words, values: [])
        return (
            after,
            Transition(
                alert: identity, episode: episode, from: before.name, to: phase.name, severityBefore: before.severity,
                severity: .critical, at: now, ref: timetable.date(of: now), reason: reason, message: words, values: [])
        )
    }
}
