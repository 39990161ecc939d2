import KPICore

/// What can be odd about a figure among others.
extension Remark {
    static func yearAsMonth(_ value: Double, _ total: Double, _ median: Double) -> Remark {
        let (value, total, median) = (shown(value), shown(total), shown(median))
        return .doubt(
            .cumulativeAsDelta, zh: "本期\(value)不少于此前各期合计\(total)，而通常每期约\(median)：是否把累计数填成了本期数？请核对。",
            en: "\(value) in one period is no less than \(total) in all before it, and \(median) is usual: "
                + "is it the sum so far? Check it.")
    }

    static func outlier(_ value: Double, _ usual: Double) -> Remark {
        .doubt(
            .outlier, zh: "\(shown(value))与通常的\(shown(usual))相差十倍以上：请核对。",
            en: "\(shown(value)) is ten times off the usual \(shown(usual)): check it.")
    }

    static func stray(_ value: Double, _ lower: Double, _ upper: Double) -> Remark {
        let limits = (Decimal.text(lower, digits: 4), Decimal.text(upper, digits: 4))
        let value = Decimal.text(value, digits: 4)
        return .doubt(
            .outlier, zh: "\(value)超出以往各期的波动范围（\(limits.0)至\(limits.1)）：请核对。",
            en: "\(value) lies outside the limits of the periods before, \(limits.0) to \(limits.1): check it.")
    }

    static func fell(to: Double, from: Double, _ other: Period) -> Remark {
        .doubt(
            .cumulativeDecrease, zh: "累计数由\(shown(from))降为\(shown(to))（对照\(other)）：请核对，如\(other)有误请报送更正。",
            en: "the sum falls from \(shown(from)) to \(shown(to)), held against \(other): check it, and if \(other) "
                + "is wrong send a correction of that.")
    }

    static func belowItsParts(_ sum: Double, _ parts: Double) -> Remark {
        .doubt(
            .cumulativeMismatch, zh: "累计数\(shown(sum))小于此前各期合计\(shown(parts))：请核对。",
            en: "the sum \(shown(sum)) is less than \(shown(parts)), which the periods before make: check it.")
    }

    static func contradicted() -> Remark {
        .doubt(
            .duplicateConflict, zh: "与此前报送的同一期、同一修订号的数值不同，两者均不计入：如为更正请填写下一个修订号，或留空。",
            en:
                "another figure with the same revision was reported before, and neither counts: to correct it, write the "
                + "next revision or leave it empty.")
    }

    static func denominatorJump(_ before: Double, _ now: Double) -> Remark {
        .doubt(
            .denominatorJump, zh: "分母由\(shown(before))变为\(shown(now))，变动超过10%而没有说明：请在note列写明原因。",
            en: "the denominator goes from \(shown(before)) to \(shown(now)), more than 10 %, without a word of why: "
                + "write it in the column 'note'.")
    }

    static func sumDiffers(_ carried: Double, _ month: Double, _ cumulative: Double) -> Remark {
        let (carried, month, cumulative) = (shown(carried), shown(month), shown(cumulative))
        return .doubt(
            .cumulativeMismatch, zh: "上期止累计\(carried)加本期\(month)不等于本期止累计\(cumulative)：请核对。",
            en: "\(carried) before and \(month) now do not make \(cumulative): check them.")
    }

    private static func shown(_ number: Double) -> String { Decimal.shortest(number) }
}
