/// Makes UTF-8 of a file's bytes: a byte-order mark decides, else valid UTF-8 is UTF-8, else it is GB18030.
package enum TextDecoding {
    package struct Text: Sendable {
        /// Valid UTF-8 without a byte-order mark and without NUL.
        package let bytes: [UInt8]
        package let encoding: TextEncoding
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

    package static func decode(_ bytes: [UInt8]) throws(Flaw) -> Text {
        if let kind = officeFormat(bytes) { throw .notText(kind: kind) }
        let text = try decoded(bytes)
        if let nul = text.bytes.firstIndex(of: 0) { throw .nul(line: line(of: nul, in: text.bytes)) }
        return text
    }

    private static func decoded(_ bytes: [UInt8]) throws(Flaw) -> Text {
        if bytes.starts(with: [0xFF, 0xFE]) { return try converted(bytes, from: .utf16LittleEndian, mark: 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try converted(bytes, from: .utf16BigEndian, mark: 2) }
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        guard let wrong = firstInvalid(bytes) else {
            return Text(bytes: isMarked ? Array(bytes.dropFirst(3)) : bytes, encoding: .utf8)
        }
        if isMarked || looksLikeUTF8(bytes) { throw .damagedUTF8(line: line(of: wrong, in: bytes)) }
        return try converted(bytes, from: .gb18030, mark: 0)
    }

    private static func converted(
        _ bytes: [UInt8], from encoding: TextEncoding, mark: Int
    ) throws(Flaw) -> Text {
        switch Iconv.utf8(from: encoding, bytes, startingAt: mark) {
        case .text(let converted): return Text(bytes: converted, encoding: encoding)
        case .invalid(let before): throw .unknownEncoding(line: 1 + before.count { $0 == 0x0A })
        }
    }

    private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        do throws(Unicode.UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    /// Chinese text in GB18030 hardly ever forms the three-byte sequences of UTF-8; where most bytes beyond ASCII do,
    /// somebody's UTF-8 was damaged, and reading it as GB18030 would make nonsense of all of it.
    private static func looksLikeUTF8(_ bytes: [UInt8]) -> Bool {
        let sample = bytes.prefix(1 << 16)
        var fitting = 0
        var others = 0
        var position = sample.startIndex
        while position < sample.endIndex {
            let byte = sample[position]
            let isLead = byte & 0xF0 == 0xE0
            if isLead, position + 2 < sample.endIndex, sample[position + 1] & 0xC0 == 0x80,
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

    private static func officeFormat(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "XLSX" }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "XLS" }
        if bytes.starts(with: [0x25, 0x50, 0x44, 0x46]) { return "PDF" }
        return nil
    }

    private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        1 + bytes[..<min(offset, bytes.count)].count { $0 == 0x0A }
    }
}
