import Diagnostics

/// Decodes literal (`|`) and folded (`>`) block scalars: indentation taken off, lines folded, line breaks chomped.
struct BlockScalarDecoder {
    private enum Chomping {
        case strip, clip, keep
    }

    private let bytes: [UInt8]
    private let isFolded: Bool
    private let chomping: Chomping
    private let indentation: Int
    private var cursor: Int
    private var text: TracedText
    /// Where the line break of the last line stands, until it is known what becomes of it.
    private var pendingBreak: Int?
    /// The line breaks of empty lines after it.
    private var emptyLines: [Int] = []

    init(_ scalar: YAMLScalar) {
        bytes = scalar.place.source.bytes
        isFolded = scalar.style == .folded
        var cursor = scalar.place.span.lower
        var chomping = Chomping.clip
        var isHeader = true
        while cursor < bytes.count, bytes[cursor] != UInt8(ascii: "\n") {
            switch bytes[cursor] {
            case UInt8(ascii: "-") where isHeader: chomping = .strip
            case UInt8(ascii: "+") where isHeader: chomping = .keep
            case UInt8(ascii: " "), UInt8(ascii: "\t"): isHeader = false
            default: break
            }
            cursor += 1
        }
        self.chomping = chomping
        self.cursor = min(cursor + 1, bytes.count)
        text = TracedText(from: self.cursor)
        indentation = Self.indentation(of: scalar.text, from: self.cursor, in: bytes)
    }

    /// How many spaces were taken off each line. It depends on what the scalar is nested in, so it is read off the
    /// first line with words on it, by comparing the file with what libyaml made of it.
    private static func indentation(of decoded: String, from start: Int, in bytes: [UInt8]) -> Int {
        let emptyLines = decoded.utf8.prefix { $0 == UInt8(ascii: "\n") }.count
        let left = decoded.utf8.dropFirst(emptyLines).prefix { $0 == UInt8(ascii: " ") }.count
        guard emptyLines < decoded.utf8.count else { return .max }
        var line = start
        for _ in 0..<emptyLines {
            line = (bytes[line...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
        }
        return max(1, bytes[line...].prefix { $0 == UInt8(ascii: " ") }.count - left)
    }

    func decode() -> TracedText {
        var decoder = self
        decoder.takeEmptyLines()
        var wasBlank = false
        while decoder.beginsContentLine {
            decoder.cursor += indentation
            let isBlank = decoder.byte == UInt8(ascii: " ") || decoder.byte == UInt8(ascii: "\t")
            decoder.joinLines(folding: isFolded && !wasBlank && !isBlank)
            wasBlank = isBlank
            decoder.takeLine()
            decoder.takeEmptyLines()
        }
        decoder.chomp()
        return decoder.text
    }

    private var byte: UInt8? { cursor < bytes.count ? bytes[cursor] : nil }

    private var beginsContentLine: Bool {
        let end = cursor.addingReportingOverflow(indentation)
        guard !end.overflow, end.partialValue < bytes.count else { return false }
        return bytes[cursor..<end.partialValue].allSatisfy { $0 == UInt8(ascii: " ") }
    }

    /// Between two lines that are folded one break becomes a space, and of more breaks all but the first stay.
    private mutating func joinLines(folding: Bool) {
        if let pendingBreak {
            if !folding {
                text.append(UInt8(ascii: "\n"), at: pendingBreak)
            } else if emptyLines.isEmpty {
                text.append(UInt8(ascii: " "), at: pendingBreak)
            }
        }
        takePendingEmptyLines()
    }

    private mutating func takePendingEmptyLines() {
        for offset in emptyLines { text.append(UInt8(ascii: "\n"), at: offset) }
        emptyLines = []
    }

    private mutating func takeLine() {
        let end = bytes[cursor...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let isCRLF = end < bytes.count && end > cursor && bytes[end - 1] == UInt8(ascii: "\r")
        text.append(contentsOf: bytes[cursor..<(isCRLF ? end - 1 : end)])
        pendingBreak = end < bytes.count ? end : nil
        cursor = min(end + 1, bytes.count)
    }

    /// Lines with nothing but as many spaces as are taken off anyway.
    private mutating func takeEmptyLines() {
        while cursor < bytes.count {
            var end = cursor
            while end < bytes.count, end - cursor < indentation, bytes[end] == UInt8(ascii: " ") { end += 1 }
            if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r"), bytes[end + 1] == UInt8(ascii: "\n") {
                end += 1
            }
            guard end < bytes.count, bytes[end] == UInt8(ascii: "\n") else { return }
            emptyLines.append(end)
            cursor = end + 1
        }
    }

    private mutating func chomp() {
        guard chomping != .strip else { return }
        if let pendingBreak { text.append(UInt8(ascii: "\n"), at: pendingBreak) }
        if chomping == .keep { takePendingEmptyLines() }
    }
}
