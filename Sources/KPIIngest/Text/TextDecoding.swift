package import KPICore

/// Finds out how to make UTF-8 of a file: a byte-order mark decides, else valid UTF-8 is UTF-8, else it is GB18030.
package enum TextDecoding {
    package struct Text: Sendable {
        /// Valid in its encoding, without a byte-order mark and without NUL.
        package let source: TextSource
        package let encoding: TextEncoding

        package var bytes: [UInt8] { source.bytes }
    }

    package enum Flaw: Error, Hashable {
        /// Mostly UTF-8, with bytes that are not, the first on the line.
        case damagedUTF8(line: Int)
        /// In none of the encodings.
        case unknownEncoding(line: Int)
        case nul(line: Int)
        /// Not a text but a file of an office program.
        case notText(kind: String)
    }

    package static func decode(_ bytes: [UInt8]) throws(Flaw) -> Text { try decode(HeldContent(bytes)) }

    package static func decode(_ content: some FileContent) throws(Flaw) -> Text {
        let head = TextSource(content, .utf8, mark: 0).head(1 << 16)
        if let kind = officeFormat(head) { throw .notText(kind: kind) }
        if head.starts(with: [0xFF, 0xFE]) { return try converted(content, from: .utf16LittleEndian, mark: 2) }
        if head.starts(with: [0xFE, 0xFF]) { return try converted(content, from: .utf16BigEndian, mark: 2) }
        let isMarked = head.starts(with: [0xEF, 0xBB, 0xBF])
        let source = TextSource(content, .utf8, mark: isMarked ? 3 : 0)
        var (check, search) = (UTF8Check(), ByteSearch(0))
        var pieces = source.pieces
        while check.damagedLine == nil, let piece = pieces.next() {
            check.take(piece)
            search.take(piece)
        }
        check.finish()
        if let line = check.damagedLine {
            if isMarked || looksLikeUTF8(head) { throw .damagedUTF8(line: line) }
            return try converted(content, from: .gb18030, mark: 0)
        }
        if let line = search.line { throw .nul(line: line) }
        return Text(source: source, encoding: .utf8)
    }

    private static func converted(
        _ content: some FileContent, from encoding: TextEncoding, mark: Int
    ) throws(Flaw) -> Text {
        let source = TextSource(content, encoding, mark: mark)
        var (lines, search) = (1, ByteSearch(0))
        var pieces = source.pieces
        while let outcome = pieces.nextChecked() {
            switch outcome {
            case .text(let piece):
                search.take(piece)
                lines += piece.count { $0 == 0x0A }
            case .invalid(let before): throw .unknownEncoding(line: lines + before.count { $0 == 0x0A })
            }
        }
        if let line = search.line { throw .nul(line: line) }
        return Text(source: source, encoding: encoding)
    }

    /// Chinese text in GB18030 hardly ever forms the three-byte sequences of UTF-8; where most bytes beyond ASCII do,
    /// somebody's UTF-8 was damaged, and reading it as GB18030 would make nonsense of all of it.
    private static func looksLikeUTF8(_ sample: [UInt8]) -> Bool {
        var fitting = 0
        var others = 0
        var position = 0
        while position < sample.count {
            let byte = sample[position]
            let isLead = byte & 0xF0 == 0xE0
            if isLead, position + 2 < sample.count, sample[position + 1] & 0xC0 == 0x80,
                sample[position + 2] & 0xC0 == 0x80
            {
                fitting += 3
                position += 3
            } else {
                if byte >= 0x80 { others += 1 }
                position += 1
            }
        }
        return fitting > 4 * others
    }

    private static func officeFormat(_ head: [UInt8]) -> String? {
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "XLSX" }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "XLS" }
        if head.starts(with: [0x25, 0x50, 0x44, 0x46]) { return "PDF" }
        return nil
    }

    /// Looks for a byte in a text that comes piece by piece.
    private struct ByteSearch {
        private let wanted: UInt8
        /// On which line it stands first, from 1.
        private(set) var line: Int?
        private var lines = 1

        init(_ wanted: UInt8) { self.wanted = wanted }

        mutating func take(_ piece: [UInt8]) {
            guard line == nil else { return }
            guard let place = piece.firstIndex(of: wanted) else {
                lines += piece.count { $0 == 0x0A }
                return
            }
            line = lines + piece[..<place].count { $0 == 0x0A }
        }
    }
}
