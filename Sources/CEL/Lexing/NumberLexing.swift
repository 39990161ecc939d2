internal import Diagnostics

extension Lexer {
    /// A number without its sign. `9223372036854775808`, which only fits with a minus before it, is a kind of token
    /// of its own, for the parser to fold.
    mutating func number() -> Token {
        let start = offset
        if peek() == 0x30, peek(1) == UInt8(ascii: "x") || peek(1) == UInt8(ascii: "X"), peek(2).hexadecimal != nil {
            offset += 2
            while peek().hexadecimal != nil { offset += 1 }
            return integer(text(Span(start + 2, offset)), radix: 16, from: start)
        }
        while peek().isDigit { offset += 1 }
        var isDouble = false
        if peek() == UInt8(ascii: "."), peek(1).isDigit {
            isDouble = true
            offset += 1
            while peek().isDigit { offset += 1 }
        }
        if peek() | 0x20 == UInt8(ascii: "e"),
            peek(1).isDigit || (peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")) && peek(2).isDigit
        {
            isDouble = true
            offset += 2
            while peek().isDigit { offset += 1 }
        }
        let digits = text(Span(start, offset))
        guard isDouble else { return integer(digits, radix: 10, from: start) }
        let value = Double(digits) ?? 0
        if let invalid = trailingLetters(from: start, number: digits) { return invalid }
        let span = Span(start, offset)
        guard value.isFinite else {
            report("number-out-of-range", "'\(digits)' is too large for a double", at: span)
            return Token(kind: .literal, span: span, value: .double(0))
        }
        return Token(kind: .literal, span: span, value: .double(value))
    }

    private mutating func integer(_ digits: String, radix: Int, from start: Int) -> Token {
        let number = UInt64(digits, radix: radix)
        if peek() | 0x20 == UInt8(ascii: "u") {
            offset += 1
            if let invalid = trailingLetters(from: start, number: digits) { return invalid }
            let span = Span(start, offset)
            if number == nil { report("number-out-of-range", "'\(text(span))' is too large for a uint", at: span) }
            return Token(kind: .literal, span: span, value: .uint(number ?? 0))
        }
        if let invalid = trailingLetters(from: start, number: digits) { return invalid }
        let span = Span(start, offset)
        if let number, let value = Int64(exactly: number) {
            return Token(kind: .literal, span: span, value: .int(value))
        }
        if number == Int64.min.magnitude { return Token(kind: .minimum, span: span) }
        report("number-out-of-range", "'\(text(span))' is too large for an int", at: span)
        return Token(kind: .literal, span: span, value: .int(0))
    }

    /// Letters that follow a number without a space: `30d`, `1.5k`. Reports them and gives the token to go on with.
    private mutating func trailingLetters(from start: Int, number: String) -> Token? {
        guard peek().isNameStart else { return nil }
        let letters = offset
        while peek().isNamePart { offset += 1 }
        let span = Span(start, offset)
        let suffix = text(Span(letters, offset))
        report(
            "invalid-number", "'\(text(span))' is not a number", at: span,
            label: report.isTargeted ? Self.way(number, suffix) : "")
        return Token(kind: .invalid, span: span)
    }

    private static func way(_ number: String, _ suffix: String) -> String {
        let hours: [String: Int64] = ["d": 24, "day": 24, "days": 24, "w": 168, "week": 168, "weeks": 168]
        if let unit = hours[suffix], let count = Int64(number), count < 1_000_000 {
            return "a length of time is written duration(\"\(count * unit)h\")"
        }
        switch suffix {
        case "h", "m", "s", "ms", "us", "ns": return "a length of time is written duration(\"\(number)\(suffix)\")"
        case "k", "K": return "write \(number)000, or \(number) * 1000"
        default: return "a number and a name need an operator between them"
        }
    }
}
