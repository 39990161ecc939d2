/// A light, and why. The words are made when somebody asks for them.
package struct Verdict: Sendable, Hashable {
    /// What gave the light.
    package enum Cause: Sendable, Hashable {
        case unmeasured
        case noGoal
        case noFigure
        /// A trend needs two figures.
        case noCourse
        case noBaseline
        /// A cadence whose first period goes on.
        case noPeriodEnded
        case met
        case notMet
        /// Periods were missed, and later ones made up for all of them.
        case madeUp
        case beforePlan
        case begunBeforePlan
        /// The policy's number does not exist.
        case noNumber(LightPolicy.Measure)
        case band(LightPolicy.Measure, Double, LightPolicy.Bound)
        case noBand(LightPolicy.Measure, Double)
        /// By the method, whatever a policy says.
        case growth(GrowthProgress)
    }

    package let light: Light
    package let cause: Cause
    /// The light would be better if the due day had not passed.
    package let isHeldDown: Bool

    package init(_ light: Light, _ cause: Cause, isHeldDown: Bool = false) {
        (self.light, self.cause, self.isHeldDown) = (light, cause, isHeldDown)
    }

    /// Band and numbers in words.
    package var why: Label {
        let words = cause.words
        guard isHeldDown else { return words }
        return Label(zh: "\(words.zh)；期限已过", en: "\(words.en); the due day has passed")
    }
}

extension Verdict.Cause {
    fileprivate var words: Label {
        switch self {
        case .unmeasured: Label(zh: "尚未规定如何衡量", en: "nobody has said how it is measured")
        case .noGoal: Label(zh: "没有分配目标", en: "no goal is allocated")
        case .noFigure: Label(zh: "没有数据", en: "there is no figure")
        case .noCourse: Label(zh: "数据不足两期，无法判断走势", en: "one figure makes no trend")
        case .noBaseline: Label(zh: "起点未知，无法计算进度", en: "the baseline is unknown, so there is no progress")
        case .noPeriodEnded: Label(zh: "第一期尚未结束", en: "the first period has not ended")
        case .met: Label(zh: "目标已达到", en: "the goal is met")
        case .notMet: Label(zh: "目标未达到", en: "the goal is not met")
        case .madeUp: Label(zh: "曾有缺期，已补上", en: "periods were missed, and made up for since")
        case .beforePlan: Label(zh: "计划尚未开始", en: "nothing is planned yet")
        case .begunBeforePlan: Label(zh: "计划尚未开始，已有进展", en: "begun before the plan does")
        case .noNumber(let measure):
            Label(
                zh: "无法计算\(measure.label.zh)，目标未达到", en: "there is no \(measure.rawValue), and the goal is not met")
        case .band(let measure, let number, let bound):
            Label(
                zh: "\(measure.label.zh) \(measure.show(number)) \(bound.sign) \(measure.show(bound.number))",
                en: "\(measure.label.en) \(measure.show(number)) \(bound.sign) \(measure.show(bound.number))")
        case .noBand(let measure, let number):
            Label(
                zh: "\(measure.label.zh) \(measure.show(number))，不在任何档内",
                en: "\(measure.label.en) \(measure.show(number)) is in no band")
        case .growth(let growth): growth.words
        }
    }
}
