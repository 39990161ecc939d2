/// What the checker knows about a value before there is one.
package indirect enum ValueType: Sendable, Hashable {
    /// Anything; what it is shows when the expression is evaluated.
    case dyn
    case null, bool, int, uint, double, string, bytes, timestamp, duration
    case list(ValueType)
    case map(ValueType, ValueType)
    /// The type of a type, such as that of `int`.
    case type(ValueType)
    /// A named type of the host or of an extension, such as `optional_type`.
    case opaque(String, [ValueType])
    /// A type parameter in a declaration, such as the `A` of `list(A)`.
    case parameter(String)
    /// A type not yet known while an expression is checked.
    case variable(Int)
    /// The type of something already reported as wrong; fits everywhere, so that one mistake is told once.
    case error

    package static func optional(_ wrapped: ValueType) -> ValueType { .opaque("optional_type", [wrapped]) }

    /// What an optional holds, or nil for any other type.
    var wrapped: ValueType? {
        if case .opaque("optional_type", let parameters) = self { return parameters.first }
        return nil
    }

    var isDynamic: Bool {
        switch self {
        case .dyn, .error: true
        default: false
        }
    }

    /// Whether both are the same type without parts; quicker than `==`, and enough for most comparisons.
    func isSameSimple(_ other: ValueType) -> Bool {
        switch (self, other) {
        case (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double), (.string, .string),
            (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration):
            true
        default: false
        }
    }

    /// Whether `null` may stand where this type is wanted.
    var isNullable: Bool {
        switch self {
        case .null, .timestamp, .duration, .opaque, .dyn, .error: true
        default: false
        }
    }

    /// The types this one is made of.
    var components: [ValueType] {
        switch self {
        case .list(let element): [element]
        case .map(let key, let value): [key, value]
        case .type(let type): [type]
        case .opaque(_, let parameters): parameters
        default: []
        }
    }
}

extension ValueType: CustomStringConvertible {
    package var description: String {
        switch self {
        case .dyn: "dyn"
        case .null: "null"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .type(let type): "type(\(type))"
        case .opaque("optional_type", let parameters): "optional(\(Self.joined(parameters)))"
        case .opaque(let name, let parameters): parameters.isEmpty ? name : "\(name)(\(Self.joined(parameters)))"
        case .parameter(let name): name
        case .variable(let number): "_\(number)"
        case .error: "error"
        }
    }

    private static func joined(_ types: [ValueType]) -> String {
        types.map(\.description).joined(separator: ", ")
    }
}
