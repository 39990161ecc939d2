extension Library {
    static let access: [Function] = [index, optionalIndex, membership, size]

    private static let element = ValueType.parameter("A")
    private static let key = ValueType.parameter("K")
    private static let value = ValueType.parameter("V")

    private static let read: @Sendable (Value, Value, inout Context) throws(Stop) -> Value = {
        (container: Value, key: Value, _: inout Context) throws(Stop) -> Value in
        try Access.element(container, key)
    }

    private static let readOptional: @Sendable (Value, Value, inout Context) throws(Stop) -> Value = {
        (container: Value, key: Value, _: inout Context) throws(Stop) -> Value in
        try Access.optionalElement(container, key)
    }

    private static let index = Function(
        "_[_]", "The element at an index, counted from 0, or the value under a key; an error when there is none.",
        [
            .binary("index_list", [.list(element), .int], gives: element, read),
            .binary("index_map", [.map(key, value), key], gives: value, read),
            .binary("optional_list_index_int", [.optional(.list(value)), .int], gives: .optional(value), read),
            .binary("optional_map_index_value", [.optional(.map(key, value)), key], gives: .optional(value), read),
            // A list may be asked with any number that is whole; only values of unknown type get here.
            .binary("index_list_number", [.list(element), .dyn], gives: element, isDynamicOnly: true, read),
            .binary("index_optional", [.optional(.dyn), .dyn], gives: .dyn, isDynamicOnly: true, read),
        ])

    private static let optionalIndex = Function(
        "_[?_]", "As `[]`, but an optional: none when there is no such element.",
        [
            .binary("list_optindex_optional_int", [.list(value), .int], gives: .optional(value), readOptional),
            .binary("map_optindex_optional_value", [.map(key, value), key], gives: .optional(value), readOptional),
            .binary(
                "optional_list_optindex_optional_int", [.optional(.list(value)), .int], gives: .optional(value),
                readOptional),
            .binary(
                "optional_map_optindex_optional_value", [.optional(.map(key, value)), key], gives: .optional(value),
                readOptional),
            .binary(
                "list_optindex_number", [.list(value), .dyn], gives: .optional(value), isDynamicOnly: true,
                readOptional),
            .binary(
                "optional_optindex", [.optional(.dyn), .dyn], gives: .optional(.dyn), isDynamicOnly: true,
                readOptional),
        ])

    private static let membership = Function(
        "@in", "Whether a list has an element, or a map a key.",
        [
            .binary("in_list", [element, .list(element)]) {
                (value: Value, list: [Value], context: inout Context) throws(Stop) -> Bool in
                for element in list {
                    try context.charge(1)
                    if try Equality.equal(value, element, &context) { return true }
                }
                return false
            },
            .binary("in_map", [element, .map(element, value)]) {
                (key: Value, map: MapValue, _: inout Context) -> Bool in
                map[key: key] != nil
            },
        ])

    private static let size = Function(
        "size", "How many characters (code points), bytes, elements or entries there are.",
        [false, true].flatMap { isMember -> [Overload] in
            let id =
                isMember
                ? ["string_size", "bytes_size", "list_size", "map_size"]
                : [
                    "size_string", "size_bytes", "size_list", "size_map",
                ]
            return [
                .unary(id[0], isMember: isMember) { (text: String, context: inout Context) throws(Stop) -> Int64 in
                    try context.charge(bytes: text.utf8.count)
                    return Int64(text.unicodeScalars.count)
                },
                .unary(id[1], isMember: isMember) { (bytes: Bytes, _: inout Context) -> Int64 in
                    Int64(bytes.array.count)
                },
                .unary(id[2], isMember: isMember, [.list(element)]) { (list: [Value], _: inout Context) -> Int64 in
                    Int64(list.count)
                },
                .unary(id[3], isMember: isMember, [.map(key, value)]) { (map: MapValue, _: inout Context) -> Int64 in
                    Int64(map.count)
                },
            ]
        })
}
