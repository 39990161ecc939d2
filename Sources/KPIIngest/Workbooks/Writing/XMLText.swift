/// Text as XML of a workbook holds it.
enum XMLText {
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    /// What XML cannot hold, and what a reader would otherwise take for an escape, is written as `_x000D_`.
    static func escaped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: { $0 < 0x20 || $0 == 0x5F || $0 >= 0xEF || "&<>\"".utf8.contains($0) }) else {
            return text
        }
        var escaped = ""
        var position = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "_" where CellText.isEscape(bytes, at: position): escaped += "_x005F_"
            case "\r":
                // Spreadsheets break lines with a line feed, and show _x000D_ where there is more.
                if position + 1 >= bytes.count || bytes[position + 1] != 0x0A { escaped += "\n" }
            case "\t", "\n": escaped.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "_x\(code(scalar))_"
            default: escaped.unicodeScalars.append(scalar)
            }
            position += UTF8.width(scalar)
        }
        return escaped
    }

    private static func code(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
