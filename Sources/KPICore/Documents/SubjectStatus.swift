/// A target with one unit, or as a whole, as `status.json` tells it. Field names are those of the domain model.
package struct SubjectStatus: Sendable, Hashable, Decodable {
    /// The target's, or within a target the unit's.
    package let id: String
    package let label: Label
    package let ref: String
    package let value: Double?
    /// Lower and upper, where the value is known only within bounds.
    package let bounds: [Double?]?
    package let numerator: Double?
    package let denominator: Double?
    package let goal: Double?
    package let baseline: Double?
    package let progress: Double?
    package let completion: Double?
    package let planned: Double?
    package let gapPp: Double?
    package let paceRatio: Double?
    package let paceRatioPeriods: Double?
    package let daysBehind: Double?
    package let currentRate: Double?
    package let requiredRate: Double?
    package let requiredOverCurrent: Double?
    package let achieved: Bool?
    package let achievedOn: String?
    package let regressed: Bool
    package let change: Double?
    package let trend: Int?
    package let light: String
    /// A finding about the figures is open: the light may be wrong.
    package let lightSuspect: Bool
    /// What was reported beside the figure that counts: by a parent itself, or of what a register tells.
    package let own: Double?
    /// The two exclude each other: in words.
    package let ownFinding: Label?
    package let why: Label
    /// How the value grows, where that is what it is judged by.
    package let growth: GrowthFigures?
    package let reportState: String?
    package let lastReport: String?
    package let nextDue: String?

    init(
        id: String, label: Label, _ assessment: Assessment, _ check: CrossCheck?, _ timetable: Timetable
    ) {
        self.id = id
        self.label = label
        ref = assessment.point.ref.description
        value = assessment.value
        bounds = assessment.measurement.flatMap { $0.value.isExact ? nil : [$0.value.lower, $0.value.upper] }
        numerator = assessment.measurement?.numerator
        denominator = assessment.measurement?.denominator
        goal = assessment.goalValue
        baseline = assessment.goal == nil ? nil : assessment.baseline
        progress = assessment.progress
        completion = assessment.completion
        planned = assessment.planned
        gapPp = assessment.gapPoints
        paceRatio = assessment.paceRatio
        paceRatioPeriods = assessment.paceRatioPeriods
        daysBehind = assessment.daysBehind
        currentRate = assessment.currentRate
        requiredRate = assessment.requiredRate
        requiredOverCurrent = assessment.requiredOverCurrent
        achieved = assessment.isAchieved
        achievedOn = assessment.course.achievedOn?.description
        regressed = assessment.course.hasRegressed
        change = assessment.course.change
        trend = assessment.course.trend
        light = assessment.light.rawValue
        lightSuspect = assessment.report.isInDoubt || check?.finding != nil
        own = check?.own.unfavourable(to: assessment.goal)
        ownFinding = check?.finding
        why = assessment.verdict.why
        growth = assessment.growth.map { GrowthFigures($0) }
        reportState = assessment.report.state?.rawValue
        lastReport = assessment.report.last?.stamp(in: timetable.zone)
        nextDue = assessment.report.nextDue?.stamp(in: timetable.zone)
    }

    /// The members after `id` and `label`, in the order in which they are told.
    var members: [JSON.Member] {
        [
            JSON.Member("ref", JSON(ref)), JSON.Member("value", JSON(value)),
            JSON.Member("bounds", bounds.map { .array($0.map { JSON($0) }) } ?? .null),
            JSON.Member("numerator", JSON(numerator)), JSON.Member("denominator", JSON(denominator)),
            JSON.Member("goal", JSON(goal)), JSON.Member("baseline", JSON(baseline)),
            JSON.Member("progress", JSON(progress)), JSON.Member("completion", JSON(completion)),
            JSON.Member("planned", JSON(planned)), JSON.Member("gap_pp", JSON(gapPp)),
            JSON.Member("pace_ratio", JSON(paceRatio)), JSON.Member("pace_ratio_periods", JSON(paceRatioPeriods)),
            JSON.Member("days_behind", JSON(daysBehind)), JSON.Member("current_rate", JSON(currentRate)),
            JSON.Member("required_rate", JSON(requiredRate)),
            JSON.Member("required_over_current", JSON(requiredOverCurrent)),
            JSON.Member("achieved", JSON(achieved)), JSON.Member("achieved_on", JSON(achievedOn)),
            JSON.Member("regressed", .bool(regressed)), JSON.Member("change", JSON(change)),
            JSON.Member("trend", JSON(trend)), JSON.Member("light", .string(light)),
            JSON.Member("light_suspect", .bool(lightSuspect)), JSON.Member("why", JSON(why)),
            JSON.Member("own", JSON(own)), JSON.Member("own_finding", ownFinding.map { JSON($0) } ?? .null),
            JSON.Member("growth", growth?.json ?? .null),
            JSON.Member("report_state", JSON(reportState)), JSON.Member("last_report", JSON(lastReport)),
            JSON.Member("next_due", JSON(nextDue)),
        ]
    }
}
