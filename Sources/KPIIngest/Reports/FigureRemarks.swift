import KPICore

extension Remark {
    static let noValue = Remark.reject(
        .empty, zh: "没有填写数值，按缺报处理：若为零请填0。",
        en: "the value is empty and counts as missing: write 0 if it is zero.")

    static func unitMismatch(_ written: String, _ expected: String) -> Remark {
        .reject(
            .unitMismatch, zh: "计量单位“\(excerpted(written))”与指标的“\(expected)”不符：请换算为“\(expected)”后重新报送。",
            en:
                "the measure unit '\(excerpted(written))' is not the target's '\(expected)': convert the figure and send it again."
        )
    }

    static func negative(_ written: String) -> Remark {
        .reject(
            .valueNegative, zh: "“\(excerpted(written))”为负数：更正以前的数请报送新的修订版本。",
            en: "'\(excerpted(written))' is below zero: to correct an earlier figure, send a new revision of it.")
    }

    static func fraction(_ written: String, _ unit: String) -> Remark {
        .reject(
            .valueFraction, zh: "“\(excerpted(written))”不是整数，而“\(unit)”只能是整数：请核对。",
            en: "'\(excerpted(written))' is not a whole number, and '\(unit)' come whole: check it.")
    }

    static func onePart(_ hasNumerator: Bool) -> Remark {
        .doubt(
            .partsMissing, zh: hasNumerator ? "有分子而无分母，分子未使用：请补填分母。" : "有分母而无分子，分母未使用：请补填分子。",
            en: hasNumerator
                ? "there is a numerator and no denominator, so it was not used: give both."
                : "there is a denominator and no numerator, so it was not used: give both.")
    }

    static func roughPart(_ written: String) -> Remark {
        .reject(
            .approximate, zh: "“\(excerpted(written))”是约数，不能作分子或分母：请填写确数。",
            en: "'\(excerpted(written))' is not exact and cannot be part of a ratio: write the exact number.")
    }
}
