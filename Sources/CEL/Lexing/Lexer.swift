internal import Diagnostics

/// Cuts UTF-8 into tokens, one at a time. Whatever the bytes, it moves forward and ends.
struct Lexer {
    let bytes: [UInt8]
    let report: Reporter
    var offset = 0

    init(_ source: Excerpt, report: Reporter) {
        self.bytes = Array(source.text.utf8)
        self.report = report
    }

    /// The byte so far ahead, or 0 past the end.
    @inline(__always)
    func peek(_ distance: Int = 0) -> UInt8 {
        offset + distance < bytes.count ? bytes[offset + distance] : 0
    }

    mutating func next() -> Token {
        skipSpace()
        guard offset < bytes.count else { return Token(kind: .end, span: Span(offset, offset)) }
        let byte = bytes[offset]
        if let prefix = stringPrefixLength() { return string(prefixLength: prefix) }
        if byte.isNameStart { return name() }
        if byte.isDigit || byte == UInt8(ascii: ".") && peek(1).isDigit { return number() }
        if byte == UInt8(ascii: "`") { return quotedName() }
        return sign(byte)
    }

    func text(_ span: Span) -> String {
        String(decoding: bytes[span.lower..<span.upper], as: UTF8.self)
    }

    private mutating func skipSpace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D: offset += 1
            case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
                while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
            default: return
            }
        }
    }

    private mutating func name() -> Token {
        let start = offset
        while offset < bytes.count, bytes[offset].isNamePart { offset += 1 }
        let span = Span(start, offset)
        switch offset - start {
        case 2 where bytes[start] == UInt8(ascii: "i") && bytes[start + 1] == UInt8(ascii: "n"):
            return Token(kind: .in, span: span)
        case 4:
            if bytes[start..<offset].elementsEqual("true".utf8) {
                return Token(kind: .literal, span: span, value: .bool(true))
            }
            if bytes[start..<offset].elementsEqual("null".utf8) { return Token(kind: .literal, span: span) }
        case 5 where bytes[start..<offset].elementsEqual("false".utf8):
            return Token(kind: .literal, span: span, value: .bool(false))
        default: break
        }
        return Token(kind: .name, span: span)
    }

    /// A name in backticks, for fields that are not identifiers: letters, digits, `_ . - /` and spaces.
    private mutating func quotedName() -> Token {
        let start = offset
        offset += 1
        while offset < bytes.count, bytes[offset].isQuotedNamePart { offset += 1 }
        guard peek() == UInt8(ascii: "`"), offset > start + 1 else {
            let span = Span(start, offset)
            report("invalid-token", "a field name in backticks is not closed", at: span)
            return Token(kind: .invalid, span: span)
        }
        offset += 1
        return Token(kind: .quotedName, span: Span(start, offset))
    }

    private mutating func sign(_ byte: UInt8) -> Token {
        let kind: Token.Kind
        var length = 1
        switch byte {
        case UInt8(ascii: "."): kind = .dot
        case UInt8(ascii: ","): kind = .comma
        case UInt8(ascii: ":"): kind = .colon
        case UInt8(ascii: "?"): kind = .question
        case UInt8(ascii: "("): kind = .leftParenthesis
        case UInt8(ascii: ")"): kind = .rightParenthesis
        case UInt8(ascii: "["): kind = .leftBracket
        case UInt8(ascii: "]"): kind = .rightBracket
        case UInt8(ascii: "{"): kind = .leftBrace
        case UInt8(ascii: "}"): kind = .rightBrace
        case UInt8(ascii: "+"): kind = .plus
        case UInt8(ascii: "-"): kind = .minus
        case UInt8(ascii: "*"): kind = .star
        case UInt8(ascii: "/"): kind = .slash
        case UInt8(ascii: "%"): kind = .percent
        default: (kind, length) = operatorSign(byte)
        }
        guard length > 0 else { return unexpected() }
        defer { offset += length }
        return Token(kind: kind, span: Span(offset, offset + length))
    }

    private func operatorSign(_ byte: UInt8) -> (Token.Kind, Int) {
        let isEqual = peek(1) == UInt8(ascii: "=")
        switch byte {
        case UInt8(ascii: "!"): return isEqual ? (.notEqual, 2) : (.not, 1)
        case UInt8(ascii: ">"): return isEqual ? (.greaterOrEqual, 2) : (.greater, 1)
        case UInt8(ascii: "="): return isEqual ? (.equal, 2) : (.misspelt, 1)
        case UInt8(ascii: "&"): return peek(1) == byte ? (.and, 2) : (.misspelt, 1)
        case UInt8(ascii: "|"): return peek(1) == byte ? (.or, 2) : (.misspelt, 1)
        case UInt8(ascii: "<"):
            if isEqual { return (.lessOrEqual, 2) }
            return peek(1) == UInt8(ascii: ">") ? (.misspelt, 2) : (.less, 1)
        default: return (.invalid, 0)
        }
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isNameStart: Bool { (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || self == 0x5F }
    var isNamePart: Bool { isNameStart || isDigit }
    var isQuotedNamePart: Bool { isNamePart || self == 0x2E || self == 0x2D || self == 0x2F || self == 0x20 }

    var hexadecimal: UInt32? {
        switch self {
        case 0x30...0x39: UInt32(self - 0x30)
        case 0x41...0x46: UInt32(self - 0x41 + 10)
        case 0x61...0x66: UInt32(self - 0x61 + 10)
        default: nil
        }
    }
}
