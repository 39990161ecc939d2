/// A sign that something happened which the scatter of the figures does not explain.
package struct SpecialCause: Sendable, Hashable {
    package enum Sign: String, Sendable, CaseIterable {
        /// A figure outside the limits.
        case outside
        /// Seven or more in a row on one side of the mean.
        case shift
        /// Seven or more in a row, each above the one before, or each below it.
        case trend
        /// Two of three in a row in the outer third towards one limit, or beyond it.
        case nearLimit = "near_limit"
    }

    package let sign: Sign
    /// Places among the figures, from the first to the last that make the sign.
    package let span: ClosedRange<Int>
    /// Towards the larger figures.
    package let isUp: Bool

    package init(_ sign: Sign, _ span: ClosedRange<Int>, isUp: Bool) {
        (self.sign, self.span, self.isUp) = (sign, span, isUp)
    }
}

extension SpecialCause.Sign {
    package var label: Label {
        switch self {
        case .outside: Label(zh: "超出控制限", en: "outside the limits")
        case .shift: Label(zh: "连续 7 点在均值同侧", en: "seven on one side of the mean")
        case .trend: Label(zh: "连续 7 点上升或下降", en: "seven rising or falling")
        case .nearLimit: Label(zh: "3 点中有 2 点接近控制限", en: "two of three near a limit")
        }
    }
}
