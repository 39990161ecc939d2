package import KPICore
import KPIStore
import Logging

extension Engine {
    /// Evaluates up to a moment, commits what came of it, and publishes what was committed.
    package func tick(at now: Instant) {
        attempt("ledger") {
            // The clock may have been set back. What was decided stays decided; time goes on where it had come to.
            let reached = state.evaluatedThrough
            let moment = max(now, reached ?? now)
            // Handed over and not lent, so that it is changed in place.
            var taken = EvaluationState()
            swap(&taken, &state)
            let advance = Evaluator(edition.catalog, facts).advance(taken, to: moment, after: pending)
            state = advance.state
            let own = noteFiles(at: moment)
            let changed = advance.changed.union(own.map(\.alert.identity))
            do {
                try tell(changed: changed, renamed: advance.renamed, at: moment) { record in
                    let isNews =
                        !advance.transitions.isEmpty || !changed.isEmpty || !pending.targets.isEmpty
                        || !record.isEmpty
                    guard isNews || reached == nil || health.lastCommit == nil else { return }
                    try commit(advance, own, record, at: moment)
                    health.lastCommit = moment.stamp(in: edition.catalog.timetable.zone)
                }
            } catch {
                // What could not be committed has not happened.
                state = advance.undone
                throw error
            }
            publisher.note(advance)
            if !own.isEmpty { publisher.invalidate() }
            pending = Evaluator.Change()
            pendingFiles = [:]
            report(advance.transitions + own.map(\.transition))
        }
        publish(at: now)
    }

    /// What became of whole files is an alert or the end of one.
    private func noteFiles(at moment: Instant) -> [(alert: Alert, transition: Transition)] {
        let steps = pendingFiles.sorted { $0.key < $1.key }.compactMap { identity, event in
            OwnAlert.step(state.alerts[identity], identity, event, at: moment, edition.catalog.timetable)
        }
        for step in steps { state.alerts[step.alert.identity] = step.alert }
        return steps
    }

    private func commit(
        _ advance: Advance, _ own: [(alert: Alert, transition: Transition)], _ telling: TellingRecord,
        at moment: Instant
    ) throws {
        let alerts = advance.changed.sorted().compactMap { advance.state.alerts[$0] } + own.map(\.alert)
        _ = try ledger.commit(
            Tick(
                alerts: alerts, renamed: advance.renamed,
                transitions: advance.transitions + own.map(\.transition), evaluatedThrough: moment, telling: telling))
    }

    /// Shows how things stood at an earlier moment, from nothing but the ledger. Nothing is committed.
    package func replay(at moment: Instant) {
        let advance = Evaluator(edition.catalog, facts).advance(EvaluationState(), to: moment)
        var replayed = advance.state
        replayed.evaluatedThrough = moment
        state = replayed
        publisher.forget()
        health.lastCommit = moment.stamp(in: edition.catalog.timetable.zone)
        attempt("status files") {
            try publisher.publish(state, edition, facts, asOf: moment, health: currentHealth)
        }
    }

    /// The moment that has been reached; nil before the first evaluation.
    package var evaluatedThrough: Instant? { state.evaluatedThrough }

    /// One line for `systemctl status`.
    package var summary: String {
        let firing = state.alerts.values.reduce(0) { $0 + ($1.phase.name == .firing ? 1 : 0) }
        let words = "\(edition.catalog.lineages.all.count) targets, \(firing) alerts firing"
        if let mistake = health.lastReload.mistakes.first, !health.lastReload.ok {
            let place = [mistake.line, mistake.column].compactMap { $0 }.map { ":\($0)" }.joined()
            return "\(words); last reload failed: \(mistake.file)\(place): \(mistake.message)"
        }
        return troubles.isEmpty ? words : "\(words); \(troubles.count) problems"
    }

    package var isDegraded: Bool { currentHealth.isDegraded }

    func publish(at now: Instant) {
        attempt("status files") {
            try publisher.publish(state, edition, facts, asOf: now, health: currentHealth)
        }
        attempt("alert log") { try appendToLog() }
    }

    private func appendToLog() throws {
        while true {
            let batch = try ledger.transitions(after: log.lastSeq, limit: 1000)
            guard !batch.isEmpty else { return }
            let timetable = edition.catalog.timetable
            try log.append(
                batch.map {
                    TransitionLog.Line(
                        seq: $0.seq, text: AlertDocument.line($0.transition, sequence: $0.seq, timetable))
                })
        }
    }

    private func report(_ transitions: [Transition]) {
        for transition in transitions where transition.from != transition.to {
            logger.notice(
                "\(transition.alert): \(transition.from.rawValue) -> \(transition.to.rawValue)",
                metadata: ["severity": "\(transition.severity.rawValue)", "reason": "\(transition.reason.rawValue)"])
        }
        let failing = state.failingRules
        for (alert, words) in failing where !failingBefore.contains(alert.rule) { logger.error("\(words.en)") }
        failingBefore = Set(failing.map(\.alert.rule))
    }
}
