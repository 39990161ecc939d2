/// Text of a cell as it may stand in one line.
enum CellText {
    /// Appends a text with its `_x000D_` escapes resolved. Line breaks become a space, because a row is a line; so do
    /// other control characters, which nobody sees.
    static func append(_ text: [UInt8], to cell: inout [UInt8]) {
        var position = 0
        while position < text.count {
            if let scalar = escape(in: text, at: position) {
                position += 7
                if !isHalfABreak(scalar, before: position, in: text) { append(scalar, to: &cell) }
            } else if isHalfABreak(Unicode.Scalar(text[position]), before: position + 1, in: text) {
                position += 1
            } else {
                append(text[position], to: &cell)
                position += 1
            }
        }
    }

    /// Whether a text holds what would be taken for an escape.
    static func isEscape(_ text: [UInt8], at position: Int) -> Bool { escape(in: text, at: position) != nil }

    /// A carriage return and a line feed are one line break.
    private static func isHalfABreak(_ scalar: Unicode.Scalar, before next: Int, in text: [UInt8]) -> Bool {
        scalar == "\r" && next < text.count && text[next] == 0x0A
    }

    private static func append(_ scalar: Unicode.Scalar, to cell: inout [UInt8]) {
        if scalar.value < 0x20 {
            append(UInt8(scalar.value), to: &cell)
        } else {
            cell.append(contentsOf: Array(String(scalar).utf8))
        }
    }

    private static func append(_ byte: UInt8, to cell: inout [UInt8]) {
        cell.append(byte < 0x20 && byte != 0x09 ? 0x20 : byte)
    }

    /// `_x4E2D_`, by which spreadsheets write what XML cannot hold.
    private static func escape(in text: [UInt8], at position: Int) -> Unicode.Scalar? {
        guard text[position] == UInt8(ascii: "_"), position + 6 < text.count, text[position + 1] == UInt8(ascii: "x"),
            text[position + 6] == UInt8(ascii: "_")
        else { return nil }
        let digits = String(decoding: text[position + 2..<position + 6], as: UTF8.self)
        // UInt32(_:radix:) takes a sign, which four hexadecimal digits have none of.
        guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }
}
