/// Values as `%s` shows them: strings bare, lists and maps with their content, maps in the order of their keys' text.
enum FormattedText {
    /// Lists within lists beyond this are refused; nobody could read them.
    private static let deepest = 250

    static func string(_ value: Value, _ context: inout Context, depth: Int = 0) throws(Stop) -> String {
        try context.charge(1)
        guard depth < deepest else { throw .failed("the value is nested too deeply to be formatted") }
        switch value {
        case .string(let text): return text
        case .double(let number): return plainDecimal(number)
        case .uint(let number): return String(number)
        case .timestamp(let timestamp): return timestamp.description
        case .duration(let interval): return interval.description
        case .bytes(let bytes): return String(decoding: bytes.array, as: UTF8.self)
        case .list(let list):
            var parts: [String] = []
            for element in list { parts.append(try string(element, &context, depth: depth + 1)) }
            let text = "[" + parts.joined(separator: ", ") + "]"
            try context.charge(bytes: text.utf8.count)
            return text
        case .map(let map):
            var parts: [(key: String, value: String)] = []
            for entry in map.entries {
                let key = try string(entry.key, &context, depth: depth + 1)
                parts.append((key, try string(entry.value, &context, depth: depth + 1)))
            }
            let sorted = parts.sorted { $0.key.precedes($1.key) }
            let text = "{" + sorted.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
            try context.charge(bytes: text.utf8.count)
            return text
        case .null, .bool, .int, .type: return value.description
        case .optional: throw .failed("an optional cannot be formatted")
        }
    }
}
