/// A number in digits, with what spreadsheets put among them: `1,234.5`, `1.2E+04`.
struct ArabicNumber {
    let value: Double
    /// What the last digit is worth.
    let step: Double
    let hasGroups: Bool
    let isScientific: Bool

    /// Nil where no such number stands; what follows it is for the caller to judge.
    init?(_ scanner: inout NumberScanner) {
        let start = scanner.position
        guard let (whole, hasGroups) = Self.wholePart(&scanner) else {
            scanner.back(to: start)
            return nil
        }
        var text = whole
        var decimals = 0
        let beforePoint = scanner.position
        if scanner.take(".") {
            let digits = Self.digits(&scanner)
            if digits.isEmpty {
                scanner.back(to: beforePoint)
            } else {
                text += "." + digits
                decimals = digits.utf8.count
            }
        }
        guard !text.isEmpty, text.utf8.count <= 40 else { return nil }
        var exponent = 0
        let beforeExponent = scanner.position
        var isScientific = false
        if scanner.take("e") || scanner.take("E") {
            let isNegative = scanner.take("-")
            if !isNegative { _ = scanner.take("+") }
            let digits = Self.digits(&scanner)
            if let power = Int(digits), power <= 300 {
                exponent = isNegative ? -power : power
                isScientific = true
            } else {
                scanner.back(to: beforeExponent)
            }
        }
        guard let value = Double(isScientific ? "\(text)e\(exponent)" : text), value.isFinite else { return nil }
        self.value = value
        step = Self.power(exponent - decimals)
        self.hasGroups = hasGroups
        self.isScientific = isScientific
    }

    /// Digits, in groups of three where there are commas or spaces. Empty before a leading point.
    private static func wholePart(_ scanner: inout NumberScanner) -> (String, hasGroups: Bool)? {
        var text = digits(&scanner)
        guard !text.isEmpty else { return scanner.next == "." ? ("", false) : nil }
        guard let separator = scanner.next, separator == "," || separator == " " else { return (text, false) }
        let isLeadingGroup = text.utf8.count <= 3
        var hasGroups = false
        while true {
            let before = scanner.position
            guard scanner.take(separator) else { break }
            let group = digits(&scanner)
            guard isLeadingGroup, group.utf8.count == 3 else {
                scanner.back(to: before)  // the separator stays, and the number is refused for it
                break
            }
            text += group
            hasGroups = true
        }
        return (text, hasGroups)
    }

    private static func digits(_ scanner: inout NumberScanner) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scanner.run { ("0"..."9").contains($0) })
        return text
    }

    private static func power(_ exponent: Int) -> Double {
        Double("1e\(exponent)") ?? 0
    }
}
