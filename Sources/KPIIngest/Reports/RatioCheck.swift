import KPICore

/// Whether a ratio and its parts say the same, and on what scale.
enum RatioCheck {
    /// False where the parts make no ratio.
    static func parts(_ numerator: Double, _ denominator: Double, _ findings: inout FindingList) -> Bool {
        guard denominator > 0 else {
            findings.add(
                .reject(
                    .denominatorZero, zh: "分母为0，无法计算比率：请核对分母。",
                    en: "the denominator is 0, so there is no ratio: check the denominator."),
                column: ReportColumn.denominator.name)
            return false
        }
        guard numerator <= denominator else {
            findings.add(
                .reject(
                    .numeratorAboveDenominator,
                    zh: "分子\(shown(numerator))大于分母\(shown(denominator))：请核对两者。",
                    en: "the numerator \(shown(numerator)) is above the denominator \(shown(denominator)): check both."),
                column: ReportColumn.numerator.name)
            return false
        }
        return true
    }

    /// The ratio as a fraction of 1; nil where it cannot be one.
    static func value(
        _ reading: ValueReading, written: String, _ figures: Figures, _ findings: inout FindingList
    ) -> Quantity? {
        let column = ReportColumn.value.name
        var reading = reading
        if [reading.quantity.lower, reading.quantity.upper].contains(where: { $0 ?? 0 < 0 }) {
            findings.add(.negative(written), column: column)
            return nil
        }
        if isPercent(reading, figures) {
            reading.quantity = reading.quantity.divided(by: 100)
            reading.step /= 100
            findings.add(percentScale(written, reading.quantity.upper ?? reading.quantity.lower ?? 0), column: column)
        }
        if let upper = reading.quantity.upper ?? reading.quantity.lower, upper > 1 + Goal.tolerance {
            findings.add(beyondOne(written), column: column)
            return nil
        }
        if let numerator = figures.numerator, let denominator = figures.denominator,
            !holds(numerator / denominator, reading)
        {
            findings.add(differs(written, numerator, denominator), column: column)
        }
        return reading.quantity
    }

    /// 77 for 0.77. Where the parts are given they decide; without them nothing from 2 to 100 can be a fraction of 1,
    /// while 1.5 may be a wrong fraction as well as a percentage.
    private static func isPercent(_ reading: ValueReading, _ figures: Figures) -> Bool {
        guard !reading.isShare, let upper = reading.quantity.upper ?? reading.quantity.lower, upper > 1 else {
            return false
        }
        var scaled = reading
        scaled.quantity = reading.quantity.divided(by: 100)
        scaled.step /= 100
        if let numerator = figures.numerator, let denominator = figures.denominator {
            if holds(numerator / denominator, reading) { return false }
            if holds(numerator / denominator, scaled) { return true }
        }
        return upper >= 2 && upper <= 100
    }

    private static func holds(_ ratio: Double, _ reading: ValueReading) -> Bool {
        let margin = reading.step + Goal.tolerance
        return (reading.quantity.lower.map { $0 - margin <= ratio } ?? true)
            && (reading.quantity.upper.map { ratio <= $0 + margin } ?? true)
    }

    private static func percentScale(_ written: String, _ value: Double) -> Remark {
        .doubt(
            .percentScale, zh: "比率应为0到1之间的小数，“\(excerpted(written))”按\(shown(value))读取：请核对。",
            en: "a ratio is a fraction from 0 to 1; '\(excerpted(written))' was read as \(shown(value)): check it.")
    }

    private static func beyondOne(_ written: String) -> Remark {
        .reject(
            .percentScale, zh: "比率应为0到1之间的小数，无法判断“\(excerpted(written))”是小数还是百分数：请写成如0.77或77%。",
            en:
                "a ratio is a fraction from 0 to 1, and '\(excerpted(written))' may be that or a percentage: write 0.77 or 77%."
        )
    }

    private static func differs(_ written: String, _ numerator: Double, _ denominator: Double) -> Remark {
        let ratio = (numerator / denominator * 10_000).rounded() / 10_000
        return .doubt(
            .partsDiffer,
            zh: "比率“\(excerpted(written))”与分子分母不符（\(shown(numerator))÷\(shown(denominator))=\(ratio)），以分子分母为准：请核对。",
            en: "the ratio '\(excerpted(written))' is not \(shown(numerator)) / \(shown(denominator)) = \(ratio); "
                + "the parts count: check them.")
    }

    private static func shown(_ number: Double) -> String {
        Int64(exactly: number).map(String.init) ?? "\(number)"
    }
}
