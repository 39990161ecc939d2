/// Where a target's plan stands on a judged day: what is the same for all its units.
package struct PlanPoint: Sendable, Hashable {
    /// The judged day.
    package let ref: LocalDate
    /// w, the share planned by the end of that day.
    package let planned: Double
    /// a: days from the window's first to the judged one, both included; goes on after the due day.
    package let elapsedDays: Int
    /// D: days of the plan.
    package let totalDays: Int
    /// n: periods of the plan that have ended by the judged day.
    package let elapsedPeriods: Int
    /// P: periods of the plan.
    package let totalPeriods: Int
    /// Working days after the judged day up to the due day.
    package let workingDaysLeft: Int

    package init(_ target: Target, at ref: LocalDate, pace: PeriodLength, calendar: WorkCalendar) {
        self.ref = ref
        let range = target.plan.range
        planned = target.plan.share(at: ref)
        elapsedDays = max(0, ref.days(since: range.first) + 1)
        totalDays = range.days
        let periods = pace.periods(in: range)
        totalPeriods = periods.count
        elapsedPeriods = periods.count { min($0.last, range.last) <= ref }
        let rest = DateRange(max(ref.adding(days: 1), range.first), range.last)
        workingDaysLeft = rest.map(calendar.workingDays) ?? 0
    }

    package var isPastDue: Bool { elapsedDays > totalDays }
    package var daysLeft: Int { max(0, totalDays - elapsedDays) }
    package var periodsLeft: Int { totalPeriods - elapsedPeriods }
}
