/// A text that is a number, or nearly one.
struct NumberText {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// Decimal digits, perhaps with a sign, a fraction and an exponent; nothing that is not finite.
    var number: Double? {
        guard Self.isDecimal(text), let value = Double(text), value.isFinite else { return nil }
        return value
    }

    var integer: Int? {
        guard text.utf8.drop(while: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }).allSatisfy(Self.isDigit)
        else { return nil }
        return Int(text)
    }

    /// `80%`, read as 0.8. Divided rather than multiplied, so that 7% is the number that 0.07 is.
    var percent: Double? {
        guard text.hasSuffix("%") else { return nil }
        return NumberText(String(text.dropLast()).trimmed).number.map { $0 / 100 }
    }

    /// How to write what was probably meant; empty when that is anybody's guess.
    var wayOut: String {
        let plain = text.filter { $0 != "_" && $0 != "," && $0 != "，" && $0 != " " }
        if let percent { return "write \(Self.shortest(percent))" }
        if plain != text, Self.isDecimal(plain) { return "write \(plain), without separators" }
        if text.unicodeScalars.contains(where: { (0xFF10...0xFF19).contains($0.value) }) {
            return "write the digits as 0 to 9, not full-width"
        }
        if ["0x", "0o", "0b"].contains(where: text.hasPrefix) { return "write it in decimal digits" }
        if ["inf", "nan"].contains(text.lowercased().filter { $0.isLetter }) { return "write a finite number" }
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        if digits.count < text.count, Self.isDecimal(String(digits)),
            text.dropFirst(digits.count).allSatisfy(\.isLetter)
        {
            return "write the number alone: \(digits)"
        }
        return ""
    }

    static func shortest(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isDecimal(_ text: String) -> Bool {
        var rest = text.utf8[...]
        func takeSign() {
            if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { rest.removeFirst() }
        }
        func takeDigits() -> Bool {
            let count = rest.prefix(while: isDigit).count
            rest.removeFirst(count)
            return count > 0
        }
        takeSign()
        let hasWhole = takeDigits()
        var hasFraction = false
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            hasFraction = takeDigits()
        }
        guard hasWhole || hasFraction else { return false }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            takeSign()
            guard takeDigits() else { return false }
        }
        return rest.isEmpty
    }
}

extension String {
    /// Without spaces at either end.
    var trimmed: String {
        let start = drop { $0 == " " }
        guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
        return String(start[...last])
    }
}
