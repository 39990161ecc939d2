/// How one target stands with one unit on one judged day. Formulas are those of the domain model; the letters in
/// comments are V value, B baseline, G goal, w planned share, p progress.
///
/// Only what cannot be derived is stored. Nil is unknown, and never zero.
package struct Assessment: Sendable, Equatable {
    package let point: PlanPoint
    /// V with its parts; nil when nothing is known.
    package let measurement: Measurement?
    /// The unit's share of what is asked; the number of a goal, and nothing of one that has none.
    private let share: MaybeNumber
    private let hasGoal: Bool
    private var plannedOn = MaybeNumber(nil)
    package let course: Course
    package internal(set) var verdict: Verdict
    package let report: ReportStanding
    /// How the value grows, where the target is judged by that.
    package let growth: GrowthProgress?

    init(
        point: PlanPoint, measurement: Measurement?, goal: Goal?, course: Course, report: ReportStanding,
        plan: PlanCurve, growth: GrowthProgress? = nil
    ) {
        self.point = point
        self.measurement = measurement
        share = MaybeNumber(goal?.value)
        hasGoal = goal != nil
        self.course = course
        self.report = report
        self.growth = growth
        verdict = Verdict(.noData, .noFigure)
        plannedOn = MaybeNumber(progress.flatMap(plan.day))
    }

    /// What is known of a unit's reports.
    package struct ReportStanding: Sendable, Hashable {
        /// On the judged period; nil for targets that expect no reports.
        package let state: ReportState?
        /// When the latest report came, whatever it was about.
        package let last: Instant?
        /// When the next one is due.
        package let nextDue: Instant?
        /// Two reports contradict each other.
        package let isInConflict: Bool
        /// How many figures count and are in doubt.
        package let doubts: Int
        /// How many figures were refused, with none in their place yet.
        package let refusals: Int

        /// Whether the light may be wrong for it.
        package var isInDoubt: Bool { isInConflict || doubts > 0 }
    }
}

extension Assessment {
    /// V on the side that counts against the unit.
    package var value: Double? { measurement?.unfavourable(to: goal) }

    /// B; of growth the value that it is counted from.
    package var baseline: Double? { growth.map { $0.components.base?.value } ?? point.baseline }

    /// What is asked of this unit; nil: it has a value and no light.
    package var goal: Goal? { hasGoal ? share.number.map(point.goal.with) ?? point.goal : nil }

    /// The day at which the plan reaches p, as an offset; nil without progress, and for plans that jump.
    package var plannedDay: Double? { plannedOn.number }

    /// G
    package var goalValue: Double? { goal?.value }

    /// Whether the goal is met for certain; nil without a value or a goal, and for a trend without a step.
    package var isAchieved: Bool? {
        guard let goal, let measurement else { return nil }
        if let growth { return growth.status == .targetAchieved }
        if goal.isTrend { return course.setback.map { $0 <= Goal.tolerance } }
        return goal.isMet(by: measurement.value)
    }

    /// p = (V − B) / (G − B), not clipped, right in both directions. Where B meets the goal already, as where G = B: 1 if
    /// the goal holds, else 0. A range has 1 inside, and outside 1 − the distance to the nearer edge / that of the
    /// baseline.
    package var progress: Double? {
        guard let value, let goal, let baseline else { return nil }
        if case .between(let low, let high) = goal {
            func distance(_ value: Double) -> Double { max(low - value, value - high, 0) }
            let start = distance(baseline)
            if distance(value) <= Goal.tolerance { return 1 }
            return start > 0 ? 1 - distance(value) / start : 0
        }
        guard let goalValue else { return nil }
        if goal.isMet(by: Quantity(baseline)) { return isAchieved == true ? 1 : 0 }
        return (value - baseline) / (goalValue - baseline)
    }

    /// V / G; 2 − V / G where less is better. Not progress: from 77 to 100, a value of 90 is 0.90 here and 0.57 there.
    package var completion: Double? {
        guard let value, let goalValue, goalValue != 0 else { return nil }
        return point.direction == .decrease ? 2 - value / goalValue : value / goalValue
    }

    /// Whether it makes sense to compare progress with time: not for a range, nor where there is no way to go, nor where
    /// growth is compared with growth.
    private var hasPace: Bool {
        guard growth == nil, let goal, goal.value != nil, let baseline else { return false }
        return !goal.isMet(by: Quantity(baseline))
    }

    /// w
    package var planned: Double? { goal == nil || growth != nil ? nil : point.planned }

    /// 100 (w − p), in points: positive is behind.
    package var gapPoints: Double? {
        guard hasPace, let planned, let progress else { return nil }
        return 100 * (planned - progress)
    }

    /// p / w; nil where nothing is planned yet.
    package var paceRatio: Double? {
        guard hasPace, let planned, planned > 0, let progress else { return nil }
        return progress / planned
    }

    /// p · P / n, counting periods instead of days (时间过半、任务过半); nil where nothing is planned yet.
    package var paceRatioPeriods: Double? {
        guard hasPace, point.planned > 0, point.elapsedPeriods > 0, let progress else { return nil }
        return progress * Double(point.totalPeriods) / Double(min(point.elapsedPeriods, point.totalPeriods))
    }

    /// a − ES·D: how many days ago the plan stood where we stand; negative is ahead.
    package var daysBehind: Double? {
        guard hasPace, progress != nil, let plannedDay else { return nil }
        return Double(point.elapsedDays) - plannedDay
    }

    /// ES / t
    package var timeRatio: Double? {
        guard hasPace, let plannedDay, point.elapsedDays > 0 else { return nil }
        return plannedDay / Double(min(point.elapsedDays, point.totalDays))
    }

    /// (V − B) / n, per period of the target.
    package var currentRate: Double? {
        guard hasPace, let value, let baseline, point.elapsedPeriods > 0 else { return nil }
        return (value - baseline) / Double(point.elapsedPeriods)
    }

    /// (G − V) / (P − n), per period of the target.
    package var requiredRate: Double? {
        guard hasPace, let value, let goalValue, point.periodsLeft > 0 else { return nil }
        return (goalValue - value) / Double(point.periodsLeft)
    }

    /// (G − V) per working day that is left.
    package var requiredPerWorkingDay: Double? {
        guard hasPace, let value, let goalValue, point.workingDaysLeft > 0 else { return nil }
        return (goalValue - value) / Double(point.workingDaysLeft)
    }

    package var requiredOverCurrent: Double? {
        guard let currentRate, let requiredRate, currentRate != 0 else { return nil }
        return requiredRate / currentRate
    }

    package var light: Light { verdict.light }
}
