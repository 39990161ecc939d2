/// Reads a short text of digits and signs from left to right, such as a date.
struct DigitScanner {
    private(set) var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Exactly so many digits.
    mutating func number(digits: Int) -> Int? {
        guard rest.prefix(digits).count == digits else { return nil }
        var value = 0
        for byte in rest.prefix(digits) {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        rest.removeFirst(digits)
        return value
    }

    /// As many digits as there are, at least one; nil too when they make too large a number.
    mutating func number() -> Int? {
        let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        return (1...15).contains(count) ? number(digits: count) : nil
    }

    /// Whether one of these characters comes next; it is taken.
    mutating func take(_ any: String) -> Bool {
        guard let first = rest.first, any.utf8.contains(first) else { return false }
        rest.removeFirst()
        return true
    }
}
