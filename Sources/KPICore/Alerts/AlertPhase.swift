/// Where an alert is in its life. No sentinel dates: each phase holds exactly what is true in it.
package enum AlertPhase: Sendable, Hashable {
    /// The condition does not hold.
    case inactive
    /// It holds, but not yet for as long as the rule asks.
    case pending(Pending)
    case firing(Firing)
    /// It fired, and is over.
    case resolved(Resolved)

    package struct Pending: Sendable, Hashable {
        package let since: Instant
        package let severity: Severity
        /// The judged days on which it held, the first and the latest, and how many there were.
        package let firstRef: LocalDate
        package let lastRef: LocalDate
        package let periods: Int

        package init(since: Instant, severity: Severity, firstRef: LocalDate, lastRef: LocalDate, periods: Int) {
            self.since = since
            self.severity = severity
            self.firstRef = firstRef
            self.lastRef = lastRef
            self.periods = periods
        }
    }

    package struct Firing: Sendable, Hashable {
        package let since: Instant
        package let severity: Severity
        /// When the condition first held.
        package let pendingSince: Instant

        package init(since: Instant, severity: Severity, pendingSince: Instant) {
            (self.since, self.severity, self.pendingSince) = (since, severity, pendingSince)
        }
    }

    package struct Resolved: Sendable, Hashable {
        package let at: Instant
        package let firedSince: Instant
        /// The severity it had at the end.
        package let severity: Severity

        package init(at: Instant, firedSince: Instant, severity: Severity) {
            (self.at, self.firedSince, self.severity) = (at, firedSince, severity)
        }
    }

    package enum Name: String, Sendable, CaseIterable {
        case inactive, pending, firing, resolved
    }

    package var name: Name {
        switch self {
        case .inactive: .inactive
        case .pending: .pending
        case .firing: .firing
        case .resolved: .resolved
        }
    }

    package var severity: Severity? {
        switch self {
        case .inactive: nil
        case .pending(let pending): pending.severity
        case .firing(let firing): firing.severity
        case .resolved(let resolved): resolved.severity
        }
    }
}
