/// Why there is no growth rate to judge by.
package enum GrowthObstacle: Sendable, Hashable {
    case noData
    /// Growth takes two years with data.
    case oneYear
    /// Between values of opposite sign, or to nothing from nothing, there is no rate of growth.
    case changedSign
    /// The target is what the base was, so that no growth is asked for.
    case targetIsBase
    /// No rate of growth leads from the base to a target of the opposite sign.
    case targetOfOtherSign
    /// The target was due by the base year.
    case targetBeforeBase
    /// The rate is larger than numbers get.
    case tooLarge
}

extension GrowthObstacle {
    package var label: Label {
        switch self {
        case .noData: Label(zh: "没有数据", en: "there is no figure")
        case .oneYear: Label(zh: "只有一年的数据，无法计算增长", en: "one year's figure makes no growth")
        case .changedSign:
            Label(zh: "基期与当前数值一正一负，无法计算增长率", en: "the values changed their sign, so there is no rate of growth")
        case .targetIsBase:
            Label(zh: "目标值等于基期值，无增长要求", en: "the goal is what the base was, so no growth is asked for")
        case .targetOfOtherSign:
            Label(
                zh: "目标值与基期值一正一负，无法计算所需增长率",
                en: "the goal's sign is not the base's, so no rate of growth leads to it")
        case .targetBeforeBase:
            Label(zh: "目标年份不晚于基期", en: "the goal was due by the year that growth is counted from")
        case .tooLarge: Label(zh: "增长率过大，无法计算", en: "the rate of growth is too large to be computed")
        }
    }
}
