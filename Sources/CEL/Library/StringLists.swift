extension Library {
    static let join = Function(
        "join", "The strings of a list as one, with a separator between them.",
        [
            .unary("list_join", isMember: true, [.list(.string)]) {
                (list: [Value], context: inout Context) throws(Stop) -> String in
                try joined(list, "", &context)
            },
            .binary("list_join_string", isMember: true, [.list(.string), .string]) {
                (list: [Value], separator: String, context: inout Context) throws(Stop) -> String in
                try joined(list, separator, &context)
            },
        ])

    private static func joined(
        _ list: [Value], _ separator: String, _ context: inout Context
    ) throws(Stop) -> String {
        var text = ""
        for (index, element) in list.enumerated() {
            guard case .string(let part) = element else { throw .failed("cannot join \(element.kind)") }
            try context.charge(1 + (part.utf8.count + separator.utf8.count) >> 6)
            if index > 0 { text += separator }
            text += part
        }
        return text
    }

    static let split = Function(
        "split", "The parts of a string between separators, at most so many.",
        [
            .binary("string_split_string", isMember: true, gives: .list(.string)) {
                (text: String, separator: String, context: inout Context) throws(Stop) -> [Value] in
                try parts(text, separator, -1, &context)
            },
            .ternary("string_split_string_int", isMember: true, gives: .list(.string)) {
                (text: String, separator: String, limit: Int64, context: inout Context) throws(Stop) -> [Value] in
                try parts(text, separator, limit, &context)
            },
        ])

    private static func parts(
        _ text: String, _ separator: String, _ limit: Int64, _ context: inout Context
    ) throws(Stop) -> [Value] {
        try context.charge(1 + text.utf8.count >> 3)
        guard limit != 0 else { return [] }
        guard !separator.isEmpty else {
            let characters = text.unicodeScalars
            let count = limit < 0 ? characters.count : min(characters.count, Int(clamping: limit))
            let single = characters.prefix(max(0, count - (limit < 0 ? 0 : 1)))
            var parts = single.map { Value.string(String($0)) }
            let rest = characters.dropFirst(single.count)
            if !rest.isEmpty { parts.append(.string(String(rest))) }
            return parts
        }
        let bytes = Array(text.utf8)
        var parts: [Value] = []
        var start = 0
        while limit < 0 || parts.count < limit - 1, let found = text.firstOccurrence(of: separator, from: start) {
            parts.append(.string(String(decoding: bytes[start..<found], as: UTF8.self)))
            start = found + separator.utf8.count
            try context.charge(1)
        }
        parts.append(.string(String(decoding: bytes[start...], as: UTF8.self)))
        return parts
    }

    static let replace = Function(
        "replace", "The string with each occurrence of another replaced, or at most so many of them.",
        [
            .ternary("string_replace_string_string", isMember: true) {
                (text: String, old: String, new: String, context: inout Context) throws(Stop) -> String in
                try replaced(text, old, new, -1, &context)
            },
            .many(
                "string_replace_string_string_int", isMember: true, [.string, .string, .string, .int], gives: .string
            ) { (values: [Value], context: inout Context) throws(Stop) -> Value in
                guard case .string(let text) = values[0], case .string(let old) = values[1],
                    case .string(let new) = values[2], case .int(let limit) = values[3]
                else { throw Overload.mismatch }
                return .string(try replaced(text, old, new, limit, &context))
            },
        ])

    private static func replaced(
        _ text: String, _ old: String, _ new: String, _ limit: Int64, _ context: inout Context
    ) throws(Stop) -> String {
        try context.charge(1 + text.utf8.count >> 6)
        guard limit != 0 else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var count: Int64 = 0
        var start = 0
        while limit < 0 || count < limit {
            var found = text.firstOccurrence(of: old, from: start)
            if old.isEmpty { found = count == 0 ? 0 : bytes.nextCharacter(after: start) }
            guard let found else { break }
            try context.charge(1 + new.utf8.count >> 6)
            result += bytes[start..<found]
            result += new.utf8
            start = found + old.utf8.count
            count += 1
        }
        result += bytes[start...]
        return String(decoding: result, as: UTF8.self)
    }
}

extension [UInt8] {
    /// The offset of the character after the one that begins at an offset of UTF-8; nil past the last.
    fileprivate func nextCharacter(after offset: Int) -> Int? {
        guard offset < count else { return nil }
        var next = offset + 1
        while next < count, self[next] & 0xC0 == 0x80 { next += 1 }
        return next
    }
}
