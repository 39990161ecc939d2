/// A value of the language. 17 bytes: a word or two, and a tag.
package enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes(Bytes)
    case timestamp(Timestamp)
    case duration(Interval)
    case list([Value])
    case map(MapValue)
    case type(TypeName)
    case optional(OptionalValue)
}

/// The name of a type as a value, what `type(x)` gives.
package struct TypeName: Sendable, Hashable {
    package let name: String

    package init(_ name: String) {
        self.name = name
    }
}

/// What `optional.of(x)` and `optional.none()` give.
package final class OptionalValue: Sendable {
    package let wrapped: Value?

    package init(_ wrapped: Value?) {
        self.wrapped = wrapped
    }

    static let none = OptionalValue(nil)
}

extension Value {
    /// The name of the type the value has, as `type(x)` shows it.
    package var typeName: TypeName {
        let name =
            switch self {
            case .null: "null_type"
            case .bool: "bool"
            case .int: "int"
            case .uint: "uint"
            case .double: "double"
            case .string: "string"
            case .bytes: "bytes"
            case .timestamp: "google.protobuf.Timestamp"
            case .duration: "google.protobuf.Duration"
            case .list: "list"
            case .map: "map"
            case .type: "type"
            case .optional: "optional_type"
            }
        return TypeName(name)
    }

    /// What a message calls the type: `timestamp`, where `typeName` has to say `google.protobuf.Timestamp`.
    var kind: String {
        switch self {
        case .null: "null"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .optional: "optional"
        default: typeName.name
        }
    }

    /// False, zero, empty or none: what `optional.ofNonZeroValue` leaves out.
    var isZero: Bool {
        switch self {
        case .null: true
        case .bool(let value): !value
        case .int(let value): value == 0
        case .uint(let value): value == 0
        case .double(let value): value == 0
        case .string(let value): value.isEmpty
        case .bytes(let value): value.array.isEmpty
        case .timestamp(let value): value.seconds == 0 && value.nanoseconds == 0
        case .duration(let value): value.nanoseconds == 0
        case .list(let value): value.isEmpty
        case .map(let value): value.count == 0
        case .type: false
        case .optional(let value): value.wrapped == nil
        }
    }
}
