/// The names of types, which are values too: `type(x) == int`.
enum TypeNames {
    private static let types: [String: ValueType] = [
        "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes,
        "list": .list(.dyn), "map": .map(.dyn, .dyn), "null_type": .null, "type": .type(.dyn),
        "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
        "optional_type": .optional(.dyn), "dyn": .dyn,
    ]

    static func type(_ name: String) -> ValueType? { types[name] }

    static func name(_ name: String) -> TypeName { TypeName(name) }

    static var all: [String] { types.keys.sorted() }
}
