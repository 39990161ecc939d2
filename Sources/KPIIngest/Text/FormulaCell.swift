/// Cells that a spreadsheet would run instead of show.
package enum FormulaCell {
    /// Whether a text begins as a formula does. A plain signed number is a number, and dashes alone are how people
    /// write "nothing".
    package static func isFormula(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first else { return false }
        switch first {
        case "=", "@", "\t", "\r", "\u{FF1D}", "\u{FF20}": return true
        case "+", "-", "\u{FF0B}", "\u{FF0D}": return !isHarmless(Array(scalars))
        default: return false
        }
    }

    /// Whether a text that begins with a sign goes on to compute something: `+A1`, `-2+3`. A mere word does not.
    static func isSum(_ text: String) -> Bool {
        guard let first = text.utf8.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else {
            return false
        }
        let rest = text.utf8.dropFirst()
        if rest.contains(where: { "+-*/(!:@".utf8.contains($0) }) { return true }
        let startsWithLetter = rest.first.map { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } ?? false
        return startsWithLetter && rest.contains { $0 >= 0x30 && $0 <= 0x39 }
    }

    private static func isHarmless(_ scalars: [Unicode.Scalar]) -> Bool {
        if scalars.allSatisfy({ $0 == "-" || $0 == "\u{FF0D}" }) { return true }
        let digits = scalars.dropFirst()
        let points = digits.count { $0 == "." }
        return points <= 1 && digits.count > points && digits.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    }
}
