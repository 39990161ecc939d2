/// Looks whether a text that comes piece by piece is UTF-8.
struct UTF8Check {
    /// The line on which the first byte stands that is not, from 1.
    private(set) var damagedLine: Int?
    private var line = 1
    /// The beginning of a character that goes on in the next piece.
    private var rest: [UInt8] = []

    mutating func take(_ piece: [UInt8]) {
        guard damagedLine == nil else { return }
        let bytes = rest.isEmpty ? piece : rest + piece
        let end = Self.endOfWholeCharacters(in: bytes)
        rest = Array(bytes[end...])
        check(end == bytes.count ? bytes : Array(bytes[..<end]))
    }

    /// Nothing goes on behind the last piece.
    mutating func finish() {
        if damagedLine == nil, !rest.isEmpty { damagedLine = line }
    }

    private mutating func check(_ bytes: [UInt8]) {
        do throws(Unicode.UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            line += bytes.count { $0 == 0x0A }
        } catch {
            damagedLine = line + bytes[..<error.byteOffsets.lowerBound].count { $0 == 0x0A }
        }
    }

    /// Where a character begins that the bytes do not hold to its end, if there is one.
    private static func endOfWholeCharacters(in bytes: [UInt8]) -> Int {
        for back in 1...3 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return length > back ? bytes.count - back : bytes.count
        }
        return bytes.count
    }
}
