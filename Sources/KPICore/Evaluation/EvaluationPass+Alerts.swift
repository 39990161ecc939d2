/// What a judgement makes of an alert, and how that is written down.
extension EvaluationPass {
    mutating func take(
        _ judgement: Judgement, of subject: RuleSubject, by rule: Int, _ identity: AlertIdentity, _ alert: Alert?,
        _ now: Lifecycle.Circumstances
    ) {
        let lifecycle = Lifecycle(rule: catalog.rules[rule], now: now, reason: alert?.reason)
        let numbers = AlertNumbers(of: subject)
        if let step = lifecycle.step(alert?.phase ?? .inactive, judgement) {
            let memory = memory(of: alert, after: step, numbers, subject, lifecycle)
            take(step, identity, ref: now.ref, at: now.at, message(of: subject, by: rule, identity), numbers, memory)
        } else if let alert, alert.phase.isOpen {
            refresh(alert, message(of: subject, by: rule, identity), numbers, subject.target.direction)
        }
        if !lifecycle.rule.escalations.isEmpty { escalate(identity, subject, lifecycle) }
    }

    /// What the rule says, remembering where it could not.
    private mutating func message(of subject: RuleSubject, by rule: Int, _ identity: AlertIdentity) -> Label {
        let written = judges[rule].message(subject)
        if !written.failures.isEmpty || !result.state.unwritten.isEmpty {
            result.state.unwritten[identity] = written.failures.first
        }
        return written.label
    }

    private func memory(
        of alert: Alert?, after step: Lifecycle.Step, _ numbers: AlertNumbers, _ subject: RuleSubject,
        _ lifecycle: Lifecycle
    ) -> EpisodeMemory? {
        if step.beginsEpisode {
            return .beginning(
                numbers, at: lifecycle.now.at, after: alert?.memory,
                keeping: lifecycle.rule.flapping?.episodes ?? 0)
        }
        return step.phase.isInEpisode
            ? .going(alert?.memory, with: numbers, subject.target.direction) : alert?.memory
    }

    /// The number changed, the alert did not: its words and values follow.
    private mutating func refresh(
        _ alert: Alert, _ message: Label, _ numbers: AlertNumbers, _ direction: Direction
    ) {
        guard message != alert.message || numbers != alert.numbers else { return }
        record(
            Alert(
                identity: alert.identity, episode: alert.episode, phase: alert.phase, reason: alert.reason,
                message: message, numbers: numbers,
                memory: alert.phase.isInEpisode ? .going(alert.memory, with: numbers, direction) : alert.memory))
    }

    mutating func end(_ identity: AlertIdentity, because reason: Reason, at: Instant, ref: LocalDate) {
        guard let alert = result.state.alerts[identity],
            let step = Lifecycle.end(alert.phase, because: reason, at: at)
        else { return }
        take(step, identity, ref: ref, at: at, alert.message, alert.numbers, alert.memory)
    }

    private mutating func take(
        _ step: Lifecycle.Step, _ identity: AlertIdentity, ref: LocalDate, at: Instant, _ message: Label,
        _ numbers: AlertNumbers, _ memory: EpisodeMemory?
    ) {
        let before = result.state.alerts[identity]
        let from = before?.phase ?? .inactive
        let episode = (before?.episode ?? 0) + (step.beginsEpisode ? 1 : 0)
        record(
            Alert(
                identity: identity, episode: episode, phase: step.phase, reason: step.reason, message: message,
                numbers: numbers, memory: memory))
        guard step.isTransition, let severity = step.phase.severity ?? from.severity else { return }
        result.transitions.append(
            Transition(
                alert: identity, episode: episode, from: from.name, to: step.phase.name,
                severityBefore: from.severity, severity: severity, at: at, ref: ref, reason: step.reason,
                message: message, values: numbers.values))
    }

    private mutating func record(_ alert: Alert) {
        result.undo.note(alert.identity, was: result.state.alerts[alert.identity])
        result.state.alerts[alert.identity] = alert
        if !alert.phase.isOpen { result.state.unwritten[alert.identity] = nil }
        // Those of an escalation are added when it is looked for.
        if let at = wait(of: alert) { result.state.wakes.add(alert.identity, at: at) }
        result.changed.insert(alert.identity)
    }
}

extension EvaluationPass {
    /// When an alert moves by itself: at the end of a wait, or where it may be escalated.
    func wakes(of alert: Alert, at moment: Instant) -> [Instant] {
        if let wait = wait(of: alert) { return [wait] }
        guard case .firing(let firing) = alert.phase, let rule = rules[alert.identity.rule],
            !rule.escalations.isEmpty, let target = catalog.index(of: alert.identity.target, inForceAt: moment)
        else { return [] }
        return clock(of: alert, firing, catalog.targets[target]).moments(rule)
    }

    private func wait(of alert: Alert) -> Instant? {
        switch alert.phase {
        case .pending(let pending):
            rules[alert.identity.rule].flatMap { Lifecycle.wakes(pending, $0.hold, catalog.timetable) }
        case .recovering(let recovering):
            rules[alert.identity.rule].flatMap {
                Lifecycle.resolves(recovering, $0.keepFiringFor, catalog.timetable)
            }
        case .inactive, .firing, .resolved: nil
        }
    }

    private func clock(of alert: Alert, _ firing: AlertPhase.Firing, _ target: Target) -> EscalationClock {
        EscalationClock(
            alert: alert.identity, episode: alert.episode, firing: firing, due: target.due, acts: facts.acts,
            timetable: catalog.timetable)
    }

    private mutating func escalate(_ identity: AlertIdentity, _ subject: RuleSubject, _ before: Lifecycle) {
        guard let alert = result.state.alerts[identity], case .firing(let firing) = alert.phase else { return }
        let now = before.now
        let clock = clock(of: alert, firing, subject.target)
        let lifecycle = Lifecycle(rule: before.rule, now: now, reason: alert.reason)
        let step = lifecycle.escalate(alert.phase) { cause in
            switch cause {
            case .offTrack(let periods): hasBeenOffTrack(subject, periods, at: now.at)
            case .unacknowledged, .left: clock.moment(of: cause, at: now.at).map { $0 <= now.at } ?? false
            }
        }
        if let step { take(step, identity, ref: now.ref, at: now.at, alert.message, alert.numbers, alert.memory) }
        guard let alert = result.state.alerts[identity] else { return }
        for wake in wakes(of: alert, at: now.at) where wake > now.at { result.state.wakes.add(identity, at: wake) }
    }

    private func hasBeenOffTrack(_ subject: RuleSubject, _ periods: Int, at moment: Instant) -> Bool {
        guard let target = catalog.index(of: subject.target.id, inForceAt: moment),
            let unit = catalog.units.index(of: subject.unit.id)
        else { return false }
        return PeriodHistory(catalog, facts, asOf: moment).wasOffTrack(target, unit: unit, periods: periods)
    }

    /// Acts that came since may put an escalation off, or bring it on.
    mutating func heed(_ acts: some Sequence<Act>, at moment: Instant) {
        for act in acts {
            guard let identity = facts.acts.acknowledged(by: act), let alert = result.state.alerts[identity] else {
                continue
            }
            for wake in wakes(of: alert, at: moment) { result.state.wakes.add(identity, at: wake) }
        }
    }
}
