/// How an alert comes to fire.
extension Lifecycle {
    /// When a pending alert may fire by itself, without a new figure or period; nil when only those can bring it on.
    static func wakes(_ pending: AlertPhase.Pending, _ hold: Delay?, _ timetable: Timetable) -> Instant? {
        hold.flatMap { timetable.adding($0, to: pending.since) }
    }

    func begin(_ severity: Severity, because reason: Reason) -> Step? {
        let pending = AlertPhase.Pending(
            since: now.at, severity: severity, firstRef: now.period, lastRef: now.period, periods: 1)
        return fire(pending, because: reason)
            ?? Step(phase: .pending(pending), reason: waiting(reason), isTransition: true)
    }

    func wait(_ before: AlertPhase.Pending, _ severity: Severity, because given: Reason) -> Step? {
        let pending = AlertPhase.Pending(
            since: before.since, severity: severity, firstRef: before.firstRef,
            lastRef: max(before.lastRef, now.period),
            periods: before.periods + (now.period > before.lastRef ? 1 : 0))
        // What made it hold counts, not what was looked at since.
        let reason: Reason =
            if given == .dataMissing { given } else { self.reason == .dataCorrected ? .dataCorrected : .conditionHeld }
        if let step = fire(pending, because: reason) { return step }
        return pending == before
            ? nil : Step(phase: .pending(pending), reason: waiting(reason), isTransition: false)
    }

    /// Why an alert waits that would fire for a reason.
    private func waiting(_ reason: Reason) -> Reason { reason == .conditionHeld ? .conditionHolds : reason }

    private func fire(_ pending: AlertPhase.Pending, because reason: Reason) -> Step? {
        guard isOver(rule.hold, since: pending.since, periods: pending.periods) else { return nil }
        let firing = AlertPhase.Firing(since: now.at, severity: pending.severity, pendingSince: pending.since)
        return Step(phase: .firing(firing), reason: reason, isTransition: true, beginsEpisode: true)
    }

    /// Whether a wait is over that began at a moment and has seen so many periods.
    func isOver(_ wait: Delay?, since: Instant, periods: Int) -> Bool {
        guard let wait else { return true }
        if case .periods(let count) = wait { return periods >= count }
        return now.timetable.adding(wait, to: since).map { $0 <= now.at } ?? true
    }

    /// A revision shows that it was never over: it goes on as if it had not been. Nil where the rule does not ask for
    /// that, where no revision did it, and where it was not a judgement that ended the alert.
    func reopened(_ resolved: AlertPhase.Resolved, _ severity: Severity) -> Step? {
        guard rule.corrections == .reopen, now.isCorrection else { return nil }
        switch reason {
        case .conditionCleared, .stayedClear, .dataCorrected: break
        default: return nil
        }
        let before = AlertPhase.Firing(
            since: resolved.firedSince, severity: resolved.severity, pendingSince: resolved.pendingSince,
            severitySince: now.at, escalatedTo: resolved.escalatedTo)
        return Step(phase: .firing(before.judged(severity, at: now.at)), reason: .dataCorrected, isTransition: true)
    }
}
