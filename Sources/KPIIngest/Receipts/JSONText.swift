/// A JSON value that keeps its keys in the order in which they are given.
enum JSONText {
    case null
    case string(String)
    case number(Int)
    case array([JSONText])
    case object([(String, JSONText)])

    /// Indented by two spaces; empty arrays and objects on one line.
    var text: String {
        var text = ""
        write(to: &text, indent: 0)
        return text
    }

    private func write(to text: inout String, indent: Int) {
        switch self {
        case .null: text += "null"
        case .number(let number): text += "\(number)"
        case .string(let string): Self.write(string, to: &text)
        case .array(let values):
            Self.write(values, "[", "]", to: &text, indent) { value, text in value.write(to: &text, indent: indent + 2)
            }
        case .object(let members):
            Self.write(members, "{", "}", to: &text, indent) { member, text in
                Self.write(member.0, to: &text)
                text += ": "
                member.1.write(to: &text, indent: indent + 2)
            }
        }
    }

    private static func write<Part>(
        _ parts: [Part], _ open: String, _ close: String, to text: inout String, _ indent: Int,
        part: (Part, inout String) -> Void
    ) {
        guard !parts.isEmpty else {
            text += open + close
            return
        }
        let margin = "\n" + String(repeating: " ", count: indent)
        text += open
        for (index, value) in parts.enumerated() {
            text += (index == 0 ? "" : ",") + margin + "  "
            part(value, &text)
        }
        text += margin + close
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{00}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let hex = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
