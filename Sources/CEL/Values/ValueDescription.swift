extension Value: CustomStringConvertible {
    /// The value as an expression that would give it: `"text"`, `1u`, `[1.0, 2.5]`.
    package var description: String {
        var text = ""
        write(to: &text, limit: 10_000)
        return text
    }

    /// Stops, with `…`, once the text has grown to the limit: a value may hold itself many times over.
    private func write(to text: inout String, limit: Int) {
        guard text.utf8.count < limit else {
            if !text.hasSuffix("…") { text += "…" }
            return
        }
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .int(let value): text += String(value)
        case .uint(let value): text += "\(value)u"
        case .double(let value): text += Self.literal(value)
        case .string(let value): text += quoted(value)
        case .bytes(let value): text += "b" + quoted(value.array)
        case .timestamp(let value): text += "timestamp(\"\(value)\")"
        case .duration(let value): text += "duration(\"\(value)\")"
        case .type(let value): text += value.name
        case .optional(let value):
            guard let wrapped = value.wrapped else {
                text += "optional.none()"
                return
            }
            text += "optional.of("
            wrapped.write(to: &text, limit: limit)
            text += ")"
        case .list(let value):
            text += "["
            for (index, element) in value.enumerated() where text.utf8.count < limit {
                if index > 0 { text += ", " }
                element.write(to: &text, limit: limit)
            }
            text += "]"
        case .map(let value):
            text += "{"
            for (index, entry) in value.entries.enumerated() where text.utf8.count < limit {
                if index > 0 { text += ", " }
                entry.key.write(to: &text, limit: limit)
                text += ": "
                entry.value.write(to: &text, limit: limit)
            }
            text += "}"
        }
    }

    private static func literal(_ value: Double) -> String {
        if value.isNaN { return "double(\"NaN\")" }
        if value.isInfinite { return value < 0 ? "double(\"-Infinity\")" : "double(\"Infinity\")" }
        return value.description
    }
}

/// A string as `strings.quote` writes it: in double quotes, with escapes for what cannot stand in them.
func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        if let escape = escape(UInt32(scalar)) { result += escape } else { result.unicodeScalars.append(scalar) }
    }
    return result + "\""
}

private func quoted(_ bytes: [UInt8]) -> String {
    var result = "\""
    for byte in bytes {
        if let escape = escape(UInt32(byte)) {
            result += escape
        } else if (0x20..<0x7F).contains(byte) {
            result.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            let digits = String(byte, radix: 16)
            result += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
        }
    }
    return result + "\""
}

private func escape(_ code: UInt32) -> String? {
    switch code {
    case 0x07: "\\a"
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0B: "\\v"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    case 0x22: "\\\""
    case 0x5C: "\\\\"
    default: nil
    }
}
