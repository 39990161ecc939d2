/// The strings extension. Positions count characters (code points) from 0.
extension Library {
    static let stringExtensions: [Function] = [
        charAt, indexOf, lastIndexOf, join, replace, split, substring, format,
        text("lowerAscii", "The string with the letters A to Z made small.", "string_lower_ascii") {
            String(decoding: $0.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
        },
        text("upperAscii", "The string with the letters a to z made capital.", "string_upper_ascii") {
            String(decoding: $0.utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }, as: UTF8.self)
        },
        text("trim", "The string without white space at its ends.", "string_trim") { text in
            let trimmed = text.unicodeScalars.drop { $0.properties.isWhitespace }
            return String(String.UnicodeScalarView(trimmed.reversed().drop { $0.properties.isWhitespace }.reversed()))
        },
        text("reverse", "The string backwards.", "string_reverse") {
            String(String.UnicodeScalarView($0.unicodeScalars.reversed()))
        },
        Function(
            "strings.quote", "The string in double quotes, as it would be written in an expression.",
            [
                .unary("strings_quote") { (text: String, context: inout Context) throws(Stop) -> String in
                    try context.charge(bytes: text.utf8.count * 2)
                    return quoted(text)
                }
            ]),
    ]

    private static func text(
        _ name: String, _ summary: String, _ id: String, _ change: @escaping @Sendable (String) -> String
    ) -> Function {
        Function(
            name, summary,
            [
                .unary(id, isMember: true) { (text: String, context: inout Context) throws(Stop) -> String in
                    try context.charge(bytes: text.utf8.count)
                    return change(text)
                }
            ])
    }

    private static let charAt = Function(
        "charAt", "The character at a position; nothing at the very end.",
        [
            .binary("string_char_at_int", isMember: true) {
                (text: String, position: Int64, context: inout Context) throws(Stop) -> String in
                let characters = try CharacterView(text, &context)
                let position = try characters.position(position)
                return characters.text(position..<min(position + 1, characters.count))
            }
        ])

    private static let substring = Function(
        "substring", "The string from a position on, or from one up to another.",
        [
            .binary("string_substring_int", isMember: true) {
                (text: String, start: Int64, context: inout Context) throws(Stop) -> String in
                let characters = try CharacterView(text, &context)
                return characters.text(try characters.position(start)..<characters.count)
            },
            .ternary("string_substring_int_int", isMember: true) {
                (text: String, start: Int64, end: Int64, context: inout Context) throws(Stop) -> String in
                let characters = try CharacterView(text, &context)
                let lower = try characters.position(start)
                let upper = try characters.position(end)
                guard lower <= upper else { throw .failed("invalid substring range: \(start) to \(end)") }
                return characters.text(lower..<upper)
            },
        ])

    private static let indexOf = Function(
        "indexOf", "Where a string first stands in another, from a position on; -1 where it does not.",
        [
            .binary("string_index_of_string", isMember: true) {
                (text: String, part: String, context: inout Context) throws(Stop) -> Int64 in
                try CharacterView(text, &context).firstOccurrence(of: part, from: 0)
            },
            .ternary("string_index_of_string_int", isMember: true) {
                (text: String, part: String, start: Int64, context: inout Context) throws(Stop) -> Int64 in
                try CharacterView(text, &context).firstOccurrence(of: part, from: start)
            },
        ])

    private static let lastIndexOf = Function(
        "lastIndexOf", "Where a string last stands in another, up to a position; -1 where it does not.",
        [
            .binary("string_last_index_of_string", isMember: true) {
                (text: String, part: String, context: inout Context) throws(Stop) -> Int64 in
                try CharacterView(text, &context).lastOccurrence(of: part, upTo: nil, &context)
            },
            .ternary("string_last_index_of_string_int", isMember: true) {
                (text: String, part: String, end: Int64, context: inout Context) throws(Stop) -> Int64 in
                try CharacterView(text, &context).lastOccurrence(of: part, upTo: end, &context)
            },
        ])

    private static let format = Function(
        "format", "The string with `%s %d %f %e %b %o %x %X` replaced by the elements of a list; `%%` is a percent.",
        [
            .binary("string_format", isMember: true, [.string, .list(.dyn)]) {
                (pattern: String, values: [Value], context: inout Context) throws(Stop) -> String in
                var formatter = Formatter(pattern, values)
                return try formatter.run(&context)
            }
        ])
}
