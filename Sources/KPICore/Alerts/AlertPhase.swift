/// Where an alert is in its life. No sentinel dates: each phase holds exactly what is true in it.
package enum AlertPhase: Sendable, Hashable {
    /// The condition does not hold.
    case inactive
    /// It holds, but not yet for as long as the rule asks.
    case pending(Pending)
    case firing(Firing)
    /// It fires, and has been clear for less than the rule asks. Boxed: few alerts are in it, and it holds the most.
    indirect case recovering(Recovering)
    /// It fired, and is over.
    case resolved(Resolved)

    package struct Pending: Sendable, Hashable {
        package let since: Instant
        package let severity: Severity
        /// The ends of the periods in which it held, the first and the latest, and how many there were.
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
        /// Since when it has been as grave as it is.
        package let severitySince: Instant
        /// What it was raised to because it went on: it is no milder for as long as the episode lasts.
        package let escalatedTo: Severity?

        /// - Parameter severitySince: nil: since it fired.
        package init(
            since: Instant, severity: Severity, pendingSince: Instant, severitySince: Instant? = nil,
            escalatedTo: Severity? = nil
        ) {
            (self.since, self.severity, self.pendingSince) = (since, severity, pendingSince)
            self.severitySince = severitySince ?? since
            self.escalatedTo = escalatedTo
        }
    }

    package struct Recovering: Sendable, Hashable {
        /// As it was when it cleared; it goes on like that if the condition holds again.
        package let firing: Firing
        /// When it cleared.
        package let since: Instant
        /// The ends of the periods in which it was clear, the first and the latest, and how many there were.
        package let firstRef: LocalDate
        package let lastRef: LocalDate
        package let periods: Int

        package init(firing: Firing, since: Instant, firstRef: LocalDate, lastRef: LocalDate, periods: Int) {
            self.firing = firing
            self.since = since
            self.firstRef = firstRef
            self.lastRef = lastRef
            self.periods = periods
        }
    }

    package struct Resolved: Sendable, Hashable {
        package let at: Instant
        package let firedSince: Instant
        /// The severity it had at the end.
        package let severity: Severity
        /// When the condition first held.
        package let pendingSince: Instant
        package let escalatedTo: Severity?

        /// - Parameter pendingSince: nil: it held first when it fired.
        package init(
            at: Instant, firedSince: Instant, severity: Severity, pendingSince: Instant? = nil,
            escalatedTo: Severity? = nil
        ) {
            (self.at, self.firedSince, self.severity) = (at, firedSince, severity)
            self.pendingSince = pendingSince ?? firedSince
            self.escalatedTo = escalatedTo
        }
    }
}
