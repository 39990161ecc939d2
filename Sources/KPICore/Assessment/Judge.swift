/// Gives an assessment its light by a policy: a function of the numbers alone.
struct Judge {
    let policy: LightPolicy

    /// The light of a unit with a goal; units without one have none, which the caller knows.
    func verdict(on assessment: Assessment) -> Verdict {
        guard assessment.goal != nil else {
            return Verdict(.noData, Label(zh: "没有分配目标", en: "no goal is allocated"))
        }
        guard assessment.value != nil else {
            return Verdict(.noData, Label(zh: "没有数据", en: "there is no figure"))
        }
        if assessment.isAchieved == true {
            return Verdict(.achieved, Label(zh: "目标已达到", en: "the goal is met"))
        }
        if assessment.progress != nil, assessment.point.planned <= 0 { return beforePlan(assessment) }
        if policy.measure == .held {
            return Verdict(policy.otherwise, Label(zh: "目标未达到", en: "the goal is not met"))
        }
        guard assessment.progress != nil else {
            return Verdict(
                .noData, Label(zh: "起点未知，无法计算进度", en: "the baseline is unknown, so there is no progress"))
        }
        return atBestAtRiskAfterDue(banded(assessment), assessment)
    }

    private func beforePlan(_ assessment: Assessment) -> Verdict {
        let hasBegun = (assessment.progress ?? 0) > Goal.tolerance
        return hasBegun
            ? Verdict(.onTrack, Label(zh: "计划尚未开始，已有进展", en: "begun before the plan does"))
            : Verdict(.notStarted, Label(zh: "计划尚未开始", en: "nothing is planned yet"))
    }

    private func banded(_ assessment: Assessment) -> Verdict {
        guard let number = number(in: assessment) else {
            return Verdict(
                policy.otherwise,
                Label(
                    zh: "无法计算\(policy.measure.label.zh)，目标未达到",
                    en: "there is no \(policy.measure.rawValue), and the goal is not met"))
        }
        let shown = policy.measure.show(number)
        if let band = policy.bands.first(where: { $0.bound.holds(number) }) {
            let bound = policy.measure.show(band.bound.number)
            return Verdict(
                band.light,
                Label(
                    zh: "\(policy.measure.label.zh) \(shown) \(band.bound.sign) \(bound)",
                    en: "\(policy.measure.label.en) \(shown) \(band.bound.sign) \(bound)"))
        }
        return Verdict(
            policy.otherwise,
            Label(
                zh: "\(policy.measure.label.zh) \(shown)，不在任何档内",
                en: "\(policy.measure.label.en) \(shown) is in no band"))
    }

    /// Days late go on after the due day; the ratio does not, so it alone would look better than things are.
    private func atBestAtRiskAfterDue(_ verdict: Verdict, _ assessment: Assessment) -> Verdict {
        guard assessment.point.isPastDue, let gravity = verdict.light.gravity,
            let least = Light.atRisk.gravity, gravity < least
        else { return verdict }
        return Verdict(
            .atRisk, Label(zh: "\(verdict.why.zh)；期限已过", en: "\(verdict.why.en); the due day has passed"))
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
