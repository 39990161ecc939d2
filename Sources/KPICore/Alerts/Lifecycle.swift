/// The life of an alert as a function: what it is now and what the rule says, to what it is next.
///
/// Silence never ends an alert: an unknown or failed judgement leaves it as it is, unless the rule asks to alert on
/// missing data. Acknowledging or silencing do not come in here at all, because they mute the telling and not the state.
struct Lifecycle {
    /// What surrounds a judgement.
    struct Circumstances {
        let at: Instant
        let ref: LocalDate
        let timetable: Timetable
        /// The judgement changed because a figure was revised, not because time went on.
        let isCorrection: Bool
    }

    struct Step {
        let phase: AlertPhase
        let reason: Reason
        /// Whether people are told: not when a pending alert merely waits on.
        let isTransition: Bool
    }

    let rule: Rule
    let now: Circumstances

    /// Nil when nothing changes, not even what is remembered.
    func step(_ phase: AlertPhase, _ judgement: Judgement) -> Step? {
        switch judgement {
        case .holds(let severity): holding(phase, severity, because: .conditionHeld)
        case .between: between(phase)
        case .clear: clear(phase)
        case .failed: nil
        case .unknown: rule.noData == .alert ? silent(phase) : nil
        }
    }

    /// The end of an alert whose rule, target or unit is gone; nil when there is nothing to end.
    static func end(_ phase: AlertPhase, because reason: Reason, at: Instant) -> Step? {
        switch phase {
        case .inactive, .resolved: nil
        case .pending: Step(phase: .inactive, reason: reason, isTransition: true)
        case .firing(let firing): Step(phase: resolved(firing, at), reason: reason, isTransition: true)
        }
    }

    /// When a pending alert may fire by itself, without a new figure or period; nil when only those can bring it on.
    static func wakes(_ pending: AlertPhase.Pending, _ hold: Delay?, _ timetable: Timetable) -> Instant? {
        switch hold {
        case .seconds(let seconds): pending.since.adding(seconds: seconds)
        case .workingDays(let days): timetable.adding(workingDays: days, to: pending.since)
        case .periods, nil: nil
        }
    }

    /// Missing data begins an alert, of the mildest severity there is; what is already graver it does not soften.
    private func silent(_ phase: AlertPhase) -> Step? {
        guard let mildest = rule.conditions.last?.severity else { return nil }
        switch phase {
        case .inactive, .resolved: return holding(phase, mildest, because: .dataMissing)
        case .pending(let pending): return holding(phase, max(pending.severity, mildest), because: .dataMissing)
        case .firing: return nil
        }
    }

    private func holding(_ phase: AlertPhase, _ severity: Severity, because reason: Reason) -> Step? {
        switch phase {
        case .inactive, .resolved:
            let pending = AlertPhase.Pending(
                since: now.at, severity: severity, firstRef: now.ref, lastRef: now.ref, periods: 1)
            return fire(pending, because: reason)
                ?? Step(phase: .pending(pending), reason: waiting(reason), isTransition: true)
        case .pending(let before):
            let pending = AlertPhase.Pending(
                since: before.since, severity: severity, firstRef: before.firstRef,
                lastRef: max(before.lastRef, now.ref),
                periods: before.periods + (now.ref > before.lastRef ? 1 : 0))
            if let step = fire(pending, because: reason) { return step }
            return pending == before
                ? nil : Step(phase: .pending(pending), reason: waiting(reason), isTransition: false)
        case .firing(let firing):
            return changed(firing, to: severity)
        }
    }

    /// Why an alert waits that would fire for a reason.
    private func waiting(_ reason: Reason) -> Reason { reason == .conditionHeld ? .conditionHolds : reason }

    private func fire(_ pending: AlertPhase.Pending, because reason: Reason) -> Step? {
        let isDue =
            switch rule.hold {
            case nil: true
            case .periods(let count): pending.periods >= count
            case .seconds, .workingDays:
                Self.wakes(pending, rule.hold, now.timetable).map { $0 <= now.at } ?? true
            }
        guard isDue else { return nil }
        let firing = AlertPhase.Firing(since: now.at, severity: pending.severity, pendingSince: pending.since)
        return Step(phase: .firing(firing), reason: reason, isTransition: true)
    }

    private func changed(_ firing: AlertPhase.Firing, to severity: Severity) -> Step? {
        guard severity != firing.severity else { return nil }
        let next = AlertPhase.Firing(since: firing.since, severity: severity, pendingSince: firing.pendingSince)
        let reason: Reason = severity > firing.severity ? .severityRaised : .severityLowered
        return Step(phase: .firing(next), reason: reason, isTransition: true)
    }

    /// The graver severity no longer holds, so the mildest takes over at once; only `clear` ends the alert.
    private func between(_ phase: AlertPhase) -> Step? {
        switch phase {
        case .inactive, .resolved: nil
        case .pending: Step(phase: .inactive, reason: .conditionEnded, isTransition: true)
        case .firing(let firing):
            rule.conditions.last.flatMap { $0.severity < firing.severity ? changed(firing, to: $0.severity) : nil }
        }
    }

    private func clear(_ phase: AlertPhase) -> Step? {
        switch phase {
        case .inactive, .resolved: return nil
        case .pending: return Step(phase: .inactive, reason: .conditionEnded, isTransition: true)
        case .firing(let firing):
            let reason: Reason = now.isCorrection ? .dataCorrected : .conditionCleared
            return Step(phase: Self.resolved(firing, now.at), reason: reason, isTransition: true)
        }
    }

    private static func resolved(_ firing: AlertPhase.Firing, _ at: Instant) -> AlertPhase {
        .resolved(AlertPhase.Resolved(at: at, firedSince: firing.since, severity: firing.severity))
    }
}
