/// Where a target's plan stands on a judged day: what is the same for all its units.
///
/// A class, so that each of a target's units points to it instead of holding it.
package final class PlanPoint: Sendable {
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
    package let direction: Direction
    /// What is asked of the whole; of a unit the same, for its share.
    package let goal: Goal
    /// B
    package let baseline: Double?

    /// - Parameter isOver: whether the day has gone by, and with it the time to do what was due on it.
    package init(
        _ target: Target, at ref: LocalDate, isOver: Bool = true, pace: PeriodLength, calendar: WorkCalendar
    ) {
        self.ref = ref
        let plan = target.plan
        let range = plan.range
        // What is due on a day is owed at the day's end.
        planned = plan.share(at: !isOver && plan.isStepped ? ref.adding(days: -1) : ref)
        elapsedDays = max(0, ref.days(since: range.first) + 1)
        totalDays = range.days
        let periods = pace.periods(in: range)
        totalPeriods = periods.count
        elapsedPeriods = periods.count { min($0.last, range.last) <= ref }
        let rest = DateRange(max(ref.adding(days: 1), range.first), range.last)
        workingDaysLeft = rest.map(calendar.workingDays) ?? 0
        direction = target.direction
        goal = target.goal
        baseline = target.baseline
    }

    package var isPastDue: Bool { elapsedDays > totalDays }
    package var daysLeft: Int { max(0, totalDays - elapsedDays) }
    package var periodsLeft: Int { totalPeriods - elapsedPeriods }
    /// t, in calendar days: 0...1.
    package var elapsedShare: Double { Double(min(elapsedDays, totalDays)) / Double(totalDays) }
}

extension PlanPoint: Equatable {
    package static func == (a: PlanPoint, b: PlanPoint) -> Bool {
        a === b
            || (a.ref, a.planned, a.elapsedDays, a.totalDays) == (b.ref, b.planned, b.elapsedDays, b.totalDays)
                && (a.elapsedPeriods, a.totalPeriods) == (b.elapsedPeriods, b.totalPeriods)
                && (a.workingDaysLeft, a.direction, a.baseline, a.goal)
                    == (b.workingDaysLeft, b.direction, b.baseline, b.goal)
    }
}
