/// A text that somebody wrote, under the name it goes by in messages.
///
/// A class, because every node and token of a file points back to it. It never changes, so it is safe to share.
package final class SourceText: Sendable {
    /// The name shown before line and column: a path as the user would type it, or `<argument>`.
    package let name: String
    /// The text as UTF-8. Offsets in a ``Span`` count these bytes.
    package let bytes: [UInt8]
    private let lineStarts: [Int]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        self.lineStarts = starts
    }

    package convenience init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// How many lines the text has; an empty text has one.
    package var lineCount: Int { lineStarts.count }

    /// The position of a byte. An offset past the end is the end's.
    package func position(of offset: Int) -> Position {
        let offset = min(offset, bytes.count)
        let line = lineIndex(of: offset)
        var column = 1
        for byte in bytes[lineStarts[line]..<offset] where byte & 0xC0 != 0x80 {
            column += 1
        }
        return Position(line: line + 1, column: column)
    }

    /// The bytes of a line (counted from 1) without its line break.
    package func lineRange(_ line: Int) -> Range<Int> {
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<max(start, end)
    }

    /// The text of a stretch; bytes that are not UTF-8 come out as U+FFFD.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    package func text(_ span: Span) -> String {
        text(span.lower..<span.upper)
    }

    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
