/// An alert that goes on becomes graver. It stays so until its episode ends.
package struct Escalation: Sendable, Hashable {
    package enum Cause: Sendable, Hashable {
        /// So many of the latest periods in a row were off track when they were due.
        case offTrack(periods: Int)
        /// For so long it has fired, and nobody has acknowledged it. Never in periods.
        case unacknowledged(Delay)
        /// So many working days are left to the day on which the goal is due, or fewer.
        case left(workingDays: Int)
    }

    package let cause: Cause
    package let to: Severity

    package init(_ cause: Cause, to severity: Severity) {
        (self.cause, self.to) = (cause, severity)
    }
}
