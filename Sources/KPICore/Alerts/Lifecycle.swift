/// The life of an alert as a function: what it is now and what the rule says, to what it is next.
///
/// Silence never ends an alert: an unknown or failed judgement leaves it as it is, unless the rule asks to alert on
/// missing data. Acknowledging or silencing do not come in here at all, because they mute the telling and not the state.
struct Lifecycle {
    /// What surrounds a judgement.
    struct Circumstances {
        let at: Instant
        let ref: LocalDate
        /// The end of the period in which the judged day lies: what waiting in periods counts.
        let period: LocalDate
        let timetable: Timetable
        /// The judgement changed because a figure was revised, not because time went on.
        let isCorrection: Bool

        /// - Parameter period: nil: the judged day is its end.
        init(at: Instant, ref: LocalDate, period: LocalDate? = nil, timetable: Timetable, isCorrection: Bool) {
            (self.at, self.ref, self.period) = (at, ref, period ?? ref)
            (self.timetable, self.isCorrection) = (timetable, isCorrection)
        }
    }

    struct Step {
        let phase: AlertPhase
        let reason: Reason
        /// Whether people are told: not when an alert merely waits on.
        let isTransition: Bool
        var beginsEpisode = false
    }

    let rule: Rule
    let now: Circumstances
    /// Why the alert is in its phase; nil when there is none yet.
    var reason: Reason?

    /// Nil when nothing changes, not even what is remembered.
    func step(_ phase: AlertPhase, _ judgement: Judgement) -> Step? {
        switch judgement {
        case .holds(let severity):
            holding(phase, severity, because: now.isCorrection ? .dataCorrected : .conditionHeld)
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
        case .firing(let firing): Step(phase: .resolved(.init(firing, at: at)), reason: reason, isTransition: true)
        case .recovering(let recovering):
            Step(phase: .resolved(.init(recovering.firing, at: at)), reason: reason, isTransition: true)
        }
    }

    /// Missing data begins an alert, of the mildest severity there is; what is already graver it does not soften.
    private func silent(_ phase: AlertPhase) -> Step? {
        guard let mildest = rule.conditions.last?.severity else { return nil }
        switch phase {
        case .inactive, .resolved: return holding(phase, mildest, because: .dataMissing)
        case .pending(let pending): return holding(phase, max(pending.severity, mildest), because: .dataMissing)
        case .firing: return nil
        case .recovering(let recovering):
            return returned(recovering, max(recovering.firing.severity, mildest), because: .dataMissing)
        }
    }

    private func holding(_ phase: AlertPhase, _ severity: Severity, because reason: Reason) -> Step? {
        switch phase {
        case .inactive: begin(severity, because: reason)
        case .resolved(let resolved): reopened(resolved, severity) ?? begin(severity, because: reason)
        case .pending(let pending): wait(pending, severity, because: reason)
        case .firing(let firing): changed(firing, to: severity)
        case .recovering(let recovering):
            returned(recovering, severity, because: reason == .conditionHeld ? .conditionReturned : reason)
        }
    }

    private func changed(_ firing: AlertPhase.Firing, to judged: Severity) -> Step? {
        let next = firing.judged(judged, at: now.at)
        guard next.severity != firing.severity else { return nil }
        let reason: Reason =
            if now.isCorrection { .dataCorrected } else {
                next.severity > firing.severity ? .severityRaised : .severityLowered
            }
        return Step(phase: .firing(next), reason: reason, isTransition: true)
    }

    /// The graver severity no longer holds, so the mildest takes over at once; only `clear` ends the alert.
    private func between(_ phase: AlertPhase) -> Step? {
        let mildest = rule.conditions.last?.severity
        switch phase {
        case .inactive, .resolved: return nil
        case .pending: return Step(phase: .inactive, reason: .conditionEnded, isTransition: true)
        case .firing(let firing):
            return mildest.flatMap { $0 < firing.severity ? changed(firing, to: $0) : nil }
        case .recovering(let recovering):
            let severity = recovering.firing.severity
            return returned(
                recovering, min(severity, mildest ?? severity),
                because: now.isCorrection ? .dataCorrected : .clearEnded)
        }
    }

    private func clear(_ phase: AlertPhase) -> Step? {
        switch phase {
        case .inactive, .resolved: nil
        case .pending: Step(phase: .inactive, reason: .conditionEnded, isTransition: true)
        case .firing(let firing): recover(firing)
        case .recovering(let recovering): recover(recovering)
        }
    }
}

extension AlertPhase.Firing {
    /// After another severity was found: never milder than what it was escalated to.
    func judged(_ severity: Severity, at moment: Instant) -> Self {
        let next = max(severity, escalatedTo ?? severity)
        return Self(
            since: since, severity: next, pendingSince: pendingSince,
            severitySince: next == self.severity ? severitySince : moment, escalatedTo: escalatedTo)
    }
}
