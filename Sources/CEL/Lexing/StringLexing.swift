internal import Diagnostics

extension Lexer {
    /// How many letters stand before the quote of a string that begins here, or nil when none begins.
    func stringPrefixLength() -> Int? {
        func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
        if isQuote(peek()) { return 0 }
        let first = peek() | 0x20
        guard first == UInt8(ascii: "r") || first == UInt8(ascii: "b") else { return nil }
        if isQuote(peek(1)) { return 1 }
        let second = peek(1) | 0x20
        let isPair = first != second && (second == UInt8(ascii: "r") || second == UInt8(ascii: "b"))
        return isPair && isQuote(peek(2)) ? 2 : nil
    }

    mutating func string(prefixLength: Int) -> Token {
        let start = offset
        let prefix = bytes[offset..<offset + prefixLength].map { $0 | 0x20 }
        let isRaw = prefix.contains(UInt8(ascii: "r"))
        let isBytes = prefix.contains(UInt8(ascii: "b"))
        offset += prefixLength
        let quote = peek()
        let isTriple = peek(1) == quote && peek(2) == quote
        offset += isTriple ? 3 : 1
        var content: [UInt8] = []
        while true {
            guard offset < bytes.count, isTriple || peek() != 0x0A && peek() != 0x0D else {
                return unterminated(from: start)
            }
            let byte = bytes[offset]
            if byte == quote, !isTriple || peek(1) == quote && peek(2) == quote {
                offset += isTriple ? 3 : 1
                break
            }
            if byte == UInt8(ascii: "\\"), !isRaw {
                escape(into: &content, isBytes: isBytes)
            } else if byte == 0x0D, peek(1) == 0x0A {
                offset += 1  // line ends are read as one newline
            } else {
                content.append(byte == 0x0D ? 0x0A : byte)
                offset += 1
            }
        }
        let span = Span(start, offset)
        if isBytes { return Token(kind: .literal, span: span, value: .bytes(Bytes(content))) }
        return Token(kind: .string, span: span, value: .string(String(decoding: content, as: UTF8.self)))
    }

    private func unterminated(from start: Int) -> Token {
        let span = Span(start, offset)
        report("unterminated-string", "a string is not closed", at: span, label: "its closing quote is missing")
        return Token(kind: .string, span: span, value: .string(""))
    }

    private mutating func escape(into content: inout [UInt8], isBytes: Bool) {
        let start = offset
        offset += 1
        let letter = peek()
        offset += 1
        switch letter {
        case UInt8(ascii: "a"): content.append(0x07)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "v"): content.append(0x0B)
        case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
            content.append(letter)
        case UInt8(ascii: "x"), UInt8(ascii: "X"): code(2, radix: 16, from: start, isByte: isBytes, into: &content)
        case UInt8(ascii: "u") where !isBytes: code(4, radix: 16, from: start, isByte: false, into: &content)
        case UInt8(ascii: "U") where !isBytes: code(8, radix: 16, from: start, isByte: false, into: &content)
        case UInt8(ascii: "0")...UInt8(ascii: "3"):
            offset -= 1
            code(3, radix: 8, from: start, isByte: isBytes, into: &content)
        default:
            offset = min(offset, bytes.count)
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            report(
                "invalid-escape", "'\(text(Span(start, offset)))' is not an escape", at: Span(start, offset),
                label: "a backslash itself is written \\\\")
        }
    }

    private mutating func code(_ digits: Int, radix: UInt32, from start: Int, isByte: Bool, into content: inout [UInt8])
    {
        var code: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = peek().hexadecimal, digit < radix else {
                let span = Span(start, min(offset, bytes.count))
                report("invalid-escape", "'\(text(span))' needs \(digits) digits", at: span)
                return
            }
            code = code &* radix &+ digit
            offset += 1
        }
        if isByte {
            content.append(UInt8(truncatingIfNeeded: code))
        } else if let scalar = Unicode.Scalar(code) {
            content.append(contentsOf: String(Character(scalar)).utf8)
        } else {
            let span = Span(start, offset)
            report("invalid-escape", "'\(text(span))' is not a Unicode character", at: span)
        }
    }
}
