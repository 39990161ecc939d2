extension Lifecycle {
    /// Makes a firing alert graver that went on for too long. What recovers is not escalated; when it returns, it is.
    ///
    /// - Parameter isDue: asked from the gravest on, and only of what would be graver than what it was escalated to.
    func escalate(_ phase: AlertPhase, isDue: (Escalation.Cause) -> Bool) -> Step? {
        guard case .firing(let firing) = phase else { return nil }
        let due = rule.escalations.first { escalation in
            firing.escalatedTo.map { $0 < escalation.to } ?? true && isDue(escalation.cause)
        }
        guard let due else { return nil }
        // One that is as grave already is not milder from now on, and there is nothing to tell.
        let isRaise = due.to > firing.severity
        let raised = AlertPhase.Firing(
            since: firing.since, severity: isRaise ? due.to : firing.severity, pendingSince: firing.pendingSince,
            severitySince: isRaise ? now.at : firing.severitySince, escalatedTo: due.to)
        return Step(
            phase: .firing(raised), reason: isRaise ? .escalated : reason ?? .conditionHeld, isTransition: isRaise)
    }
}
