extension GrowthProgress {
    /// From where to where, how fast, against what, and so what it is.
    package var words: Label {
        guard let base = components.base, let current = components.current, status != .notAvailable else {
            return obstacle?.label ?? status.label
        }
        if let target = components.target, status == .targetAchieved {
            let (now, asked) = (Decimal.text(current.value, digits: 2), Decimal.text(target.value, digits: 2))
            return Label(
                zh: "\(current.year) 年为 \(now)，已达到 \(target.year) 年的目标 \(asked)",
                en: "\(now) in \(current.year) meets the goal of \(asked) for \(target.year)")
        }
        let way = way(from: base, to: current)
        let test = components.target == nil ? growthTest : targetTest
        return Label(
            zh: "\(way.zh)，\(test.zh)，\(status.label.zh)", en: "\(way.en), \(test.en): \(status.label.en)")
    }

    private func way(from base: GrowthPoint, to current: GrowthPoint) -> Label {
        let (first, last) = (Decimal.text(base.value, digits: 2), Decimal.text(current.value, digits: 2))
        let rate = Self.percent(observed ?? 0)
        return Label(
            zh: "\(base.year) 年 \(first) 至 \(current.year) 年 \(last)，年均 \(rate)",
            en: "\(first) in \(base.year) to \(last) in \(current.year) is \(rate) a year")
    }

    /// `0.901 of the -4.52% needed ≥ 0.6`
    private var targetTest: Label {
        let needed = Self.percent(required ?? 0)
        let ratio = Decimal.text(value ?? 0, digits: 3)
        let bound = Self.bound(status, among: (0.95, 0.6)) { Decimal.text($0, digits: 2) }
        return Label(zh: "为所需 \(needed) 的 \(ratio) 倍，\(bound)", en: "\(ratio) times the \(needed) needed, \(bound)")
    }

    /// `1.2% in the right direction ≥ 0.5%`
    private var growthTest: Label {
        let growth = Self.percent(value ?? 0)
        let bounds = (GrowthScale.substantial * limitFactor, GrowthScale.moderate * limitFactor)
        let bound = Self.bound(status, among: bounds, Self.percent)
        return Label(zh: "按期望方向为 \(growth)，\(bound)", en: "\(growth) in the right direction, \(bound)")
    }

    /// The threshold that decided.
    private static func bound(
        _ status: GrowthStatus, among bounds: (Double, Double), _ text: (Double) -> String
    ) -> String {
        switch status {
        case .substantial: "≥ \(text(bounds.0))"
        case .moderate: "≥ \(text(bounds.1))"
        case .limited: "≥ \(text(0))"
        case .deterioration, .targetAchieved, .notAvailable: "< \(text(0))"
        }
    }

    private static func percent(_ share: Double) -> String { Decimal.text(100 * share, digits: 2) + "%" }
}
