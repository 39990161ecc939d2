/// A piece of an expression, ready to run.
package typealias Code<T> = @Sendable (inout Frame) throws(Stop) -> T

/// Code for a value of a known type, with what is known about it: that it only reads a slot, or is always the same.
package struct Typed<T: Sendable>: Sendable {
    let code: Code<T>
    let slot: Int?
    let constant: T?

    init(slot: Int? = nil, constant: T? = nil, code: @escaping Code<T>) {
        self.code = code
        self.slot = slot
        self.constant = constant
    }

    static func constant(_ value: T) -> Typed {
        Typed(constant: value) { _ in value }
    }
}

/// Code whose results keep their own machine type where the checker knows it, so that numbers are added as numbers.
package enum Plan: Sendable {
    case bool(Typed<Bool>)
    case int(Typed<Int64>)
    case uint(Typed<UInt64>)
    case double(Typed<Double>)
    case string(Typed<String>)
    case value(Typed<Value>)

    /// The value, where it is always the same.
    var constant: Value? {
        switch self {
        case .bool(let typed): typed.constant.map(Value.bool)
        case .int(let typed): typed.constant.map(Value.int)
        case .uint(let typed): typed.constant.map(Value.uint)
        case .double(let typed): typed.constant.map(Value.double)
        case .string(let typed): typed.constant.map(Value.string)
        case .value(let typed): typed.constant
        }
    }

    static func constant(_ value: Value) -> Plan {
        switch value {
        case .bool(let value): .bool(.constant(value))
        case .int(let value): .int(.constant(value))
        case .uint(let value): .uint(.constant(value))
        case .double(let value): .double(.constant(value))
        case .string(let value): .string(.constant(value))
        default: .value(.constant(value))
        }
    }

    /// Code that always stops.
    static func failing(_ stop: Stop) -> Plan {
        .value(Typed { (_: inout Frame) throws(Stop) -> Value in throw stop })
    }
}
