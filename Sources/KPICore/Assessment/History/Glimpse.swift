/// Looks at one unit of a target as things were known at one moment, and takes no more than its light needs.
struct Glimpse {
    private let target: Target
    private let unit: Int
    private let policy: LightPolicy
    private let assessor: Assessor
    private let gauge: Gauge

    init(
        _ target: Target, _ unit: Int, _ policy: LightPolicy, _ catalog: Catalog, _ facts: Facts, asOf: Instant
    ) {
        (self.target, self.unit, self.policy) = (target, unit, policy)
        assessor = Assessor(catalog, facts, asOf: asOf)
        gauge = Gauge(target, catalog, facts, asOf: asOf)
    }

    /// The day that is judged at that moment.
    var judgedDay: LocalDate { assessor.judgedDay(of: target) }

    func parts(at day: LocalDate) -> [Part] { gauge.parts(at: day) }

    /// How the unit stood on a day. It has a course only where somebody asks for one.
    func assessment(at day: LocalDate) -> Assessment {
        let pace = assessor.pace(of: target)
        let point = PlanPoint(
            target, at: day, isOver: assessor.isOver(day, of: target), pace: pace,
            calendar: assessor.catalog.timetable.calendar)
        let looksBack = target.goal.isTrend || target.growth != nil
        let before = looksBack ? pace.periods(in: target.window).map(\.last).filter { $0 < day } : []
        let tracks = gauge.tracks(at: before + [day])
        let assessment = Assessment(
            point: point, measurement: tracks.last(of: unit), goal: goal,
            course: Course(of: unit, in: tracks, goal: goal), report: .unknown, plan: target.plan,
            growth: target.growth(of: unit, in: tracks, towards: goal))
        return judged(assessment, parts: target.kind == .cadence ? gauge.parts(at: day) : [])
    }

    /// Whether what has been reached later is what had been planned for an earlier day, by the same policy.
    ///
    /// Only where later figures hold what earlier ones lacked: not for a range or a trend, nor for a rate of which each
    /// period has its own.
    func isCovered(_ earlier: Assessment, by latest: Assessment) -> Bool {
        if case .reporting = target.source { return false }
        let reached = judged(
            Assessment(
                point: earlier.point, measurement: latest.measurement, goal: earlier.goal, course: earlier.course,
                report: .unknown, plan: target.plan), parts: [])
        return reached.gapPoints != nil && reached.light.isGood
    }

    private var goal: Goal? {
        unit == UnitTree.root
            ? target.goal : target.allocation[assessor.catalog.units.units[unit].id].map(target.goal.with)
    }

    private func judged(_ assessment: Assessment, parts: [Part]) -> Assessment {
        var assessment = assessment
        assessment.verdict = Judge(policy, target, parts: parts).verdict(on: assessment)
        return assessment
    }
}

extension Assessment.ReportStanding {
    fileprivate static let unknown = Assessment.ReportStanding(
        state: nil, last: nil, nextDue: nil, isInConflict: false, doubts: 0, refusals: 0)
}
