import Diagnostics

/// Decodes plain and quoted scalars: lines folded into one, quotes doubled, characters escaped.
///
/// Only what libyaml accepted comes here, so nothing is checked a second time; but nothing traps either.
struct FlowScalarDecoder {
    private let content: ArraySlice<UInt8>
    private let quote: UInt8?
    private var cursor: Int
    private var text: TracedText

    /// `content` is what stands between the quotes; a plain scalar has none.
    init(_ content: ArraySlice<UInt8>, quote: UInt8?) {
        self.content = content
        self.quote = quote
        cursor = content.startIndex
        text = TracedText(from: content.startIndex)
    }

    func decode() -> TracedText {
        var decoder = self
        while decoder.cursor < decoder.content.endIndex { decoder.step() }
        return decoder.text
    }

    private mutating func step() {
        switch content[cursor] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            takeWhitespace()
        case UInt8(ascii: "'") where quote == UInt8(ascii: "'"):
            cursor += 1
            takeByte()
        case UInt8(ascii: "\\") where quote == UInt8(ascii: "\""):
            takeEscape()
        default:
            takeByte()
        }
    }

    private mutating func takeByte() {
        guard cursor < content.endIndex else { return }
        text.append(content[cursor], at: cursor)
        cursor += 1
    }

    /// Blanks within a line are kept. Around line breaks they go: one break becomes a space, of more breaks all but
    /// the first stay. After an escaped break nothing is left of it, and all others stay.
    private mutating func takeWhitespace(afterEscapedBreak: Bool = false) {
        let start = cursor
        var breaks: [Int] = []
        while let byte = cursor < content.endIndex ? content[cursor] : nil {
            if byte == UInt8(ascii: "\n") {
                breaks.append(cursor)
            } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t"), byte != UInt8(ascii: "\r") {
                break
            }
            cursor += 1
        }
        if afterEscapedBreak {
            for offset in breaks { text.append(UInt8(ascii: "\n"), at: offset) }
        } else if breaks.isEmpty {
            text.append(contentsOf: content[start..<cursor])
        } else if breaks.count == 1 {
            text.append(UInt8(ascii: " "), at: breaks[0])
        } else {
            for offset in breaks.dropFirst() { text.append(UInt8(ascii: "\n"), at: offset) }
        }
    }

    private mutating func takeEscape() {
        let start = cursor
        guard start + 1 < content.endIndex else { return takeByte() }
        let letter = content[start + 1]
        cursor = start + 2
        switch letter {
        case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            if letter == UInt8(ascii: "\r"), cursor < content.endIndex, content[cursor] == UInt8(ascii: "\n") {
                cursor += 1
            }
            takeWhitespace(afterEscapedBreak: true)
        case UInt8(ascii: "x"): takeHexadecimal(from: start, digits: 2)
        case UInt8(ascii: "u"): takeHexadecimal(from: start, digits: 4)
        case UInt8(ascii: "U"): takeHexadecimal(from: start, digits: 8)
        default:
            if let scalar = Self.escapes[letter] {
                text.append(String(scalar).utf8, for: start..<cursor)
            } else {
                text.append(letter, at: start + 1)
            }
        }
    }

    private mutating func takeHexadecimal(from start: Int, digits: Int) {
        var value: UInt32 = 0
        while cursor < min(content.endIndex, start + 2 + digits), let digit = Self.value(ofDigit: content[cursor]) {
            value = value << 4 | digit
            cursor += 1
        }
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        text.append(String(scalar).utf8, for: start..<cursor)
    }

    private static func value(ofDigit byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    /// Letters that stand for something else; any other character after `\` stands for itself.
    private static let escapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "0"): "\u{0}", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "t"): "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}",
        UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}", UInt8(ascii: "L"): "\u{2028}",
        UInt8(ascii: "P"): "\u{2029}",
    ]
}
