/// How a target is planned over its window, as its author writes it; ``PlanCurve`` is what is computed with.
package enum Curve: Sendable, Hashable {
    /// How time is counted.
    package enum Elapsed: String, Sendable, CaseIterable {
        case days
        case workingDays = "working_days"
        case periods
    }

    /// As much of the work as of the time.
    case linear(Elapsed)
    /// A weight for each period of a length that the plan touches, linear inside a period.
    case weights(PeriodLength, [Double])
    /// Nothing before the first date, then the share of each date from that day on.
    case steps([Point])
    /// 3t² − 2t³: slow at both ends.
    case sCurve
    /// Shares at dates, straight lines between them, from 0 at the start.
    case table([Point])

    /// As past years went: the mean, over years, of the share that each period had brought by its end. For each year the
    /// amounts of its periods; linear inside a period.
    case history(PeriodLength, [[Double]])

    package struct Point: Sendable, Hashable {
        package let date: LocalDate
        /// 0...1
        package let share: Double

        package init(_ date: LocalDate, _ share: Double) {
            (self.date, self.share) = (date, share)
        }
    }
}
