/// How an alert comes to be over, with a wait or without.
extension Lifecycle {
    /// When a recovering alert is over by itself; nil when only another period can end it.
    static func resolves(_ recovering: AlertPhase.Recovering, _ wait: Delay?, _ timetable: Timetable) -> Instant? {
        wait.flatMap { timetable.adding($0, to: recovering.since) }
    }

    func recover(_ firing: AlertPhase.Firing) -> Step {
        let recovering = AlertPhase.Recovering(
            firing: firing, since: now.at, firstRef: now.period, lastRef: now.period, periods: 1)
        let reason: Reason = now.isCorrection ? .dataCorrected : .conditionCleared
        return resolve(recovering, because: reason)
            ?? Step(phase: .recovering(recovering), reason: reason, isTransition: true)
    }

    func recover(_ before: AlertPhase.Recovering) -> Step? {
        let recovering = AlertPhase.Recovering(
            firing: before.firing, since: before.since, firstRef: before.firstRef,
            lastRef: max(before.lastRef, now.period),
            periods: before.periods + (now.period > before.lastRef ? 1 : 0))
        // What cleared it counts, not what was looked at since.
        let isCorrected = reason == .dataCorrected
        if let step = resolve(recovering, because: isCorrected ? .dataCorrected : .stayedClear) { return step }
        return recovering == before
            ? nil
            : Step(phase: .recovering(recovering), reason: reason ?? .conditionCleared, isTransition: false)
    }

    private func resolve(_ recovering: AlertPhase.Recovering, because reason: Reason) -> Step? {
        guard isOver(rule.keepFiringFor, since: recovering.since, periods: recovering.periods) else { return nil }
        return Step(phase: .resolved(.init(recovering.firing, at: now.at)), reason: reason, isTransition: true)
    }

    /// Back to firing, in the same episode.
    func returned(_ recovering: AlertPhase.Recovering, _ severity: Severity, because reason: Reason) -> Step {
        Step(phase: .firing(recovering.firing.judged(severity, at: now.at)), reason: reason, isTransition: true)
    }
}

extension AlertPhase.Resolved {
    init(_ firing: AlertPhase.Firing, at moment: Instant) {
        self.init(
            at: moment, firedSince: firing.since, severity: firing.severity, pendingSince: firing.pendingSince,
            escalatedTo: firing.escalatedTo)
    }
}
