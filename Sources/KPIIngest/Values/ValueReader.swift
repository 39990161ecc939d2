import KPICore

/// Reads a number as people in offices write it: `1,234`, `１２`, `130余`, `1.2万`, `七成`, `近200`.
package enum ValueReader {
    /// Numbers beyond this are mistakes, and no longer exact.
    static let largest = 1e15

    /// `measureUnit` may stand behind the number, as in `130余人`.
    package static func read(_ text: String, measureUnit: String = "") -> ValueOutcome {
        if let plain = plain(text) { return .value(plain) }
        let folded = FoldedText(text)
        if folded.text.isEmpty || nothing.contains(folded.text) { return .empty }
        if let first = folded.text.unicodeScalars.first, first == "=" || first == "@" { return .refused(formula(text)) }
        var remarks: [Remark] = []
        if folded.wasFullWidth {
            remarks.append(
                .note(
                    .fullWidth, zh: "全角字符“\(excerpted(text))”按半角读取。",
                    en: "full-width '\(excerpted(text))' was read as plain digits."))
        }
        let body = withoutUnit(folded.text, FoldedText(measureUnit).text)
        if body != folded.text {
            remarks.append(
                .note(
                    .unitInValue, zh: "数值中带有计量单位“\(measureUnit)”，已分开读取。",
                    en: "the measure unit '\(measureUnit)' stood in the value and was read apart."))
        }
        var expression = ValueExpression(body)
        guard var reading = expression.read() else {
            return .refused(FormulaCell.isSum(folded.text) ? formula(text) : notANumber(text))
        }
        for bound in [reading.quantity.lower, reading.quantity.upper] {
            if let bound, abs(bound) > largest { return .refused(outOfRange(text)) }
        }
        reading.remarks = remarks + reading.remarks
        return .value(reading)
    }

    /// How people write that there is no figure.
    private static let nothing: Set<String> = ["-", "--", "—", "——", "/", "无", "空", "N/A", "n/a", "NULL", "null"]

    /// Digits with at most one point: nearly every cell there is.
    private static func plain(_ text: String) -> ValueReading? {
        var value = 0.0
        var decimals = 0
        var hasPoint = false
        guard !text.isEmpty, text.utf8.count <= 15, text.utf8.first != UInt8(ascii: "."),
            text.utf8.last != UInt8(ascii: ".")
        else { return nil }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                value = value * 10 + Double(byte - UInt8(ascii: "0"))
                if hasPoint { decimals += 1 }
            case UInt8(ascii: ".") where !hasPoint: hasPoint = true
            default: return nil
            }
        }
        // At most 15 digits and a power of ten that is exact: one division, correctly rounded.
        let scale = powers[decimals]
        return ValueReading(quantity: Quantity(value / scale), isShare: false, step: 1 / scale, remarks: [])
    }

    private static let powers: [Double] = (0...15).map { (0..<$0).reduce(1.0) { power, _ in power * 10 } }

    private static func withoutUnit(_ text: String, _ unit: String) -> String {
        guard !unit.isEmpty, unit != "%", text.hasSuffix(unit), text.count > unit.count else { return text }
        return FoldedText(String(text.dropLast(unit.count))).text
    }

    private static func formula(_ text: String) -> Remark {
        .reject(
            .formula, zh: "“\(excerpted(text))”是公式：请粘贴为数值后再报送。",
            en: "'\(excerpted(text))' is a formula: paste the value in its place.")
    }

    private static func notANumber(_ text: String) -> Remark {
        .reject(
            .valueNotANumber, zh: "“\(excerpted(text))”不是数字：请填写确切的数，或“130余”“约50”这样的约数。",
            en: "'\(excerpted(text))' is not a number: write a number, or one such as 130余 or 约50.")
    }

    private static func outOfRange(_ text: String) -> Remark {
        .reject(
            .valueRange, zh: "“\(excerpted(text))”超出可用范围：请核对位数。",
            en: "'\(excerpted(text))' is beyond any figure: check the number of digits.")
    }
}
