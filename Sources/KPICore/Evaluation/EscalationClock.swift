/// When an alert that fires becomes graver by nothing but time.
struct EscalationClock {
    let alert: AlertIdentity
    let episode: Int
    let firing: AlertPhase.Firing
    /// The day on which the target's goal is due.
    let due: LocalDate
    let acts: ActBook
    let timetable: Timetable

    /// Every moment at which one may become due, by all that is known of acts; some will turn out not to be.
    func moments(_ rule: Rule) -> [Instant] {
        rule.escalations.filter { escalation in firing.escalatedTo.map { $0 < escalation.to } ?? true }.flatMap {
            switch $0.cause {
            case .offTrack: [Instant]()
            case .left(let days): [start(left: days)]
            case .unacknowledged(let delay):
                ([firing.since] + covers.compactMap(\.until)).compactMap { timetable.adding(delay, to: $0) }
            }
        }
    }

    /// When a cause became or becomes due, by what was done up to a moment. Nil while somebody sees to the alert, and for
    /// what does not depend on the clock.
    func moment(of cause: Escalation.Cause, at moment: Instant) -> Instant? {
        switch cause {
        case .offTrack: return nil
        case .left(let days): return start(left: days)
        case .unacknowledged(let delay):
            let known = covers.filter { $0.from <= moment }
            guard known.allSatisfy({ $0.until.map { $0 <= moment } ?? false }) else { return nil }
            let since = known.compactMap(\.until).max().map { max($0, firing.since) } ?? firing.since
            return timetable.adding(delay, to: since)
        }
    }

    /// The beginning of the first day after which no more working days are left than that.
    private func start(left days: Int) -> Instant {
        timetable.start(of: timetable.calendar.workingDay(days + 1, before: due.adding(days: 1)))
    }

    /// When acknowledgements covered it. One of a milder severity did so until the alert became graver.
    private var covers: [(from: Instant, until: Instant?)] {
        acts.acknowledgements(of: alert).compactMap { act in
            guard case .acknowledge(let acknowledgement) = act.deed,
                acknowledgement.covers(episode: episode, severity: .info)
            else { return nil }
            let end = acts.end(of: act)
            if acknowledgement.covers(episode: episode, severity: firing.severity) { return (act.at, end) }
            return (act.at, [end, firing.severitySince].compactMap { $0 }.min())
        }
    }
}
