import Diagnostics

/// Goes through bytes scalar by scalar and says where they stop being UTF-8.
struct UTF8ValidatingCursor {
    enum Step {
        case scalar(Unicode.Scalar, Span)
        case invalid(Span)
    }

    private let bytes: [UInt8]
    private var offset: Int

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        offset = start
    }

    /// Nil at the end. After an invalid byte it goes on with the next one.
    mutating func next() -> Step? {
        guard offset < bytes.count else { return nil }
        let first = bytes[offset]
        if first < 0x80 {
            offset += 1
            return .scalar(Unicode.Scalar(first), Span(offset - 1, offset))
        }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        if (0xC2...0xF4).contains(first), offset + length <= bytes.count {
            var value = UInt32(first) & (0x7F >> UInt32(length))
            var isWhole = true
            for byte in bytes[(offset + 1)..<(offset + length)] {
                isWhole = isWhole && byte & 0xC0 == 0x80
                value = value << 6 | UInt32(byte & 0x3F)
            }
            let isShortest = length < 3 || value >= (length == 3 ? 0x800 : 0x10000)
            if isWhole, isShortest, let scalar = Unicode.Scalar(value) {
                offset += length
                return .scalar(scalar, Span(offset - length, offset))
            }
        }
        offset += 1
        return .invalid(Span(offset - 1, offset))
    }
}
