/// Gives an assessment its light by a policy: a function of the numbers alone.
struct Judge {
    private let policy: LightPolicy
    private let target: Target
    /// All periods that were missed have been made up for.
    private let isMadeUp: Bool
    /// A cadence's first period goes on, as its parts tell.
    private let isInFirstPeriod: Bool

    init(_ policy: LightPolicy, _ target: Target, parts: [Part]) {
        self.policy = policy
        self.target = target
        let missed = parts.filter { $0.state == .missed || $0.state == .madeUp }
        isMadeUp = target.kind == .cadence && !missed.isEmpty && missed.allSatisfy { $0.state == .madeUp }
        isInFirstPeriod = !parts.isEmpty && parts.allSatisfy { $0.state == .open }
    }

    /// The light of a unit with a goal; units without one have none.
    func verdict(on assessment: Assessment) -> Verdict {
        if case .unmeasured = target.source { return Verdict(.noData, .unmeasured) }
        guard let goal = assessment.goal else { return Verdict(.noData, .noGoal) }
        if let growth = assessment.growth { return Verdict(growth.status.light, .growth(growth)) }
        guard assessment.value != nil else {
            return isBeforeAnyEnd(assessment.point.ref)
                ? Verdict(.notStarted, .noPeriodEnded) : Verdict(.noData, .noFigure)
        }
        guard let isAchieved = assessment.isAchieved else { return Verdict(.noData, .noCourse) }
        if isAchieved { return Verdict(.achieved, .met) }
        if isMadeUp { return Verdict(.attention, .madeUp) }
        if assessment.progress != nil, assessment.point.planned <= 0 {
            let hasBegun = (assessment.progress ?? 0) > Goal.tolerance
            return hasBegun ? Verdict(.onTrack, .begunBeforePlan) : Verdict(.notStarted, .beforePlan)
        }
        if policy.measure == .held || goal.isTrend { return Verdict(policy.otherwise, .notMet) }
        guard assessment.progress != nil else { return Verdict(.noData, .noBaseline) }
        return atBestAtRiskAfterDue(banded(assessment), assessment)
    }

    /// A cadence has no value before its first period ends, and that is no lack of figures.
    private func isBeforeAnyEnd(_ ref: LocalDate) -> Bool {
        guard case .periods(let length, _) = target.composition else { return false }
        return isInFirstPeriod || ref < min(length.period(containing: target.window.first).last, target.window.last)
    }

    private func banded(_ assessment: Assessment) -> Verdict {
        let measure = policy.measure
        guard let number = number(in: assessment) else { return Verdict(policy.otherwise, .noNumber(measure)) }
        for band in policy.bands where band.bound.holds(number) {
            return Verdict(band.light, .band(measure, number, band.bound))
        }
        return Verdict(policy.otherwise, .noBand(measure, number))
    }

    /// Days late go on after the due day; the ratio does not, so it alone would look better than things are.
    private func atBestAtRiskAfterDue(_ verdict: Verdict, _ assessment: Assessment) -> Verdict {
        guard assessment.point.isPastDue, let gravity = verdict.light.gravity,
            let least = Light.atRisk.gravity, gravity < least
        else { return verdict }
        return Verdict(.atRisk, verdict.cause, isHeldDown: true)
    }

    private func number(in assessment: Assessment) -> Double? {
        switch policy.measure {
        case .paceRatio: assessment.paceRatio
        case .paceRatioPeriods: assessment.paceRatioPeriods
        case .gapPoints: assessment.gapPoints
        case .progress: assessment.progress
        case .completion: assessment.completion
        case .held: nil
        }
    }
}

extension LightPolicy.Measure {
    package var label: Label {
        switch self {
        case .paceRatio: Label(zh: "进度比", en: "pace ratio")
        case .paceRatioPeriods: Label(zh: "期数进度比", en: "pace ratio by periods")
        case .gapPoints: Label(zh: "落后百分点", en: "points behind")
        case .progress: Label(zh: "进度", en: "progress")
        case .completion: Label(zh: "完成率", en: "completion")
        case .held: Label(zh: "是否达到", en: "held")
        }
    }

    /// Ratios with three digits, points with one.
    func show(_ number: Double) -> String {
        self == .gapPoints ? Decimal.text(number, digits: 1) : Decimal.text(number, digits: 3)
    }
}

extension LightPolicy.Bound {
    var number: Double {
        switch self {
        case .atLeast(let number), .above(let number), .atMost(let number), .below(let number): number
        }
    }

    var sign: String {
        switch self {
        case .atLeast: "≥"
        case .above: ">"
        case .atMost: "≤"
        case .below: "<"
        }
    }
}
