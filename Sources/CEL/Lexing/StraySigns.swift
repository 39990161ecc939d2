internal import Diagnostics

extension Lexer {
    /// Something no token begins with. Curly quotes and full-width signs, which word processors and Chinese keyboards
    /// put in, are named together with what to write; reading goes on as if it had been written.
    mutating func unexpected() -> Token {
        let start = offset
        offset += 1
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        let span = Span(start, offset)
        let sign = text(span)
        if report.isTargeted, let closing = Self.closingQuote[sign] { return curlyString(from: start, closing) }
        if report.isTargeted, let (plain, kind) = Self.fullWidth[sign] {
            report("invalid-token", "'\(sign)' is a full-width sign", at: span, label: "write '\(plain)'")
            return Token(kind: kind, span: span)
        }
        report("invalid-token", "'\(sign)' does not belong in an expression", at: span, label: Self.way(sign))
        return Token(kind: .invalid, span: span)
    }

    private static func way(_ sign: String) -> String {
        switch sign {
        case "#": "a comment begins with //"
        case "$", "@": "names are written without '\(sign)'"
        case ";": "an expression is one line of thought; nothing ends it"
        default: ""
        }
    }

    private static let closingQuote = [
        "“": "”", "”": "”", "„": "”", "‘": "’", "’": "’", "「": "」", "＂": "＂", "＇": "＇",
    ]

    private static let fullWidth: [String: (String, Token.Kind)] = [
        "（": ("(", .leftParenthesis), "）": (")", .rightParenthesis), "，": (",", .comma), "：": (":", .colon),
        "？": ("?", .question), "＞": (">", .greater), "＜": ("<", .less), "！": ("!", .not), "＋": ("+", .plus),
        "－": ("-", .minus), "＊": ("*", .star), "％": ("%", .percent), "×": ("*", .star), "÷": ("/", .slash),
        "≥": (">=", .greaterOrEqual), "≤": ("<=", .lessOrEqual), "≠": ("!=", .notEqual), "＝": ("==", .equal),
        "。": (".", .dot), "【": ("[", .leftBracket), "】": ("]", .rightBracket), "−": ("-", .minus),
    ]

    private mutating func curlyString(from start: Int, _ closing: String) -> Token {
        let content = offset
        let end = Array(closing.utf8)
        while offset < bytes.count, peek() != 0x0A, !bytes[offset...].starts(with: end) { offset += 1 }
        let inner = Span(content, offset)
        if offset < bytes.count, bytes[offset...].starts(with: end) { offset += end.count }
        let span = Span(start, offset)
        report(
            "invalid-token", "a string stands in straight quotes", at: span, label: "write \"\(text(inner))\"")
        return Token(kind: .string, span: span, value: .string(text(inner)))
    }
}
