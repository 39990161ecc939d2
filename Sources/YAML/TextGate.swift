import Diagnostics

/// Looks at the bytes before libyaml does: their number, their encoding, and characters nobody can see.
struct TextGate {
    /// Where the text begins, past a byte order mark. Nil when the file is not to be read at all.
    let start: Int?
    let diagnostics: [Diagnostic]

    init(_ source: SourceText, limits: YAMLLimits) {
        var diagnostics: [Diagnostic] = []
        var start = 0
        if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            start = 3
            diagnostics.append(
                Diagnostic(
                    "byte-order-mark", "the file begins with a byte order mark", severity: .warning,
                    at: Place(source, Span(0, 3)), label: "save it as 'UTF-8' without 'BOM'"))
        }
        let refusal =
            Self.tooLarge(source, limits) ?? Self.otherEncoding(source)
            ?? Self.firstOddByte(source, from: start)
        self.start = refusal == nil ? start : nil
        self.diagnostics = diagnostics + [refusal].compactMap(\.self)
    }

    private static func tooLarge(_ source: SourceText, _ limits: YAMLLimits) -> Diagnostic? {
        guard source.bytes.count > limits.bytes else { return nil }
        return Diagnostic(
            "too-large", "the file has \(source.bytes.count) bytes, and at most \(limits.bytes) are read",
            at: Place(source, Span(0, 0)), label: "divide it into several files")
    }

    private static func otherEncoding(_ source: SourceText) -> Diagnostic? {
        let head = source.bytes.prefix(2)
        let isUTF16 =
            head.elementsEqual([0xFF, 0xFE]) || head.elementsEqual([0xFE, 0xFF])
            || (head.count == 2 && head.contains(0) && !head.elementsEqual([0, 0]))
        guard isUTF16 else { return nil }
        return Diagnostic(
            "not-utf8", "the file is written in UTF-16, not in UTF-8", at: Place(source, Span(0, 0)),
            label: "save it as 'UTF-8'")
    }

    /// The first byte that is not UTF-8, or the first character that no text has a use for.
    private static func firstOddByte(_ source: SourceText, from start: Int) -> Diagnostic? {
        var decoder = UTF8ValidatingCursor(source.bytes, from: start)
        while let step = decoder.next() {
            switch step {
            case .scalar(let scalar, let span):
                if let words = oddity(scalar, after: span, in: source.bytes) {
                    return Diagnostic(
                        "odd-character", words.message, at: Place(source, span), label: words.label)
                }
            case .invalid(let span):
                return Diagnostic(
                    "not-utf8", "this byte is not UTF-8", at: Place(source, span),
                    label: "save the file as 'UTF-8'; Chinese Windows programs often write 'GBK' (ANSI) instead")
            }
        }
        return nil
    }

    private static func oddity(
        _ scalar: Unicode.Scalar, after span: Span, in bytes: [UInt8]
    ) -> (message: String, label: String)? {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        switch scalar.value {
        case 0x0D where span.upper == bytes.count || bytes[span.upper] != 0x0A:
            return ("a line ends with a carriage return alone", "save the file with Unix line ends (LF)")
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
            0x10000...0x10FFFF:
            return nil
        case 0x85, 0x2028, 0x2029:
            return ("the line separator \(name) is not a line end here", "remove it, or write it as an escape in \"\"")
        case 0xFEFF:
            return ("a byte order mark stands within the text", "remove this invisible character")
        default:
            return ("the control character \(name) does not belong in a text", "remove this invisible character")
        }
    }
}
