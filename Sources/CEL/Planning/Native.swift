/// A Swift type that stands for a type of the language, so that functions can be written with plain Swift closures.
package protocol Native: Sendable {
    static var type: ValueType { get }
    /// Nil when the value is of another type.
    static func unbox(_ value: Value) -> Self?
    var boxed: Value { get }
    /// Code that gives this type, from code of any kind.
    static func typed(_ plan: Plan) -> Typed<Self>
    /// Code that gives this type, as code among others.
    static func plan(_ typed: Typed<Self>) -> Plan
}

extension Native {
    /// The value of a slot, where it has one of this type.
    @inline(__always)
    static func read(_ value: Value?) -> Self? {
        if let value { unbox(value) } else { nil }
    }

    /// A plan's code as code for this type. What turns out to be of another type is an error.
    static func unboxed(_ plan: Plan) -> Typed<Self> {
        let value = Value.typed(plan)
        let code = value.code
        return Typed(slot: value.slot, constant: value.constant.flatMap { unbox($0) }) {
            (frame: inout Frame) throws(Stop) -> Self in
            let value = try code(&frame)
            guard let native = unbox(value) else { throw .failed("expected \(Self.type), found \(value.kind)") }
            return native
        }
    }

    static func boxed(_ typed: Typed<Self>) -> Typed<Value> {
        let code = typed.code
        return Typed(slot: typed.slot, constant: typed.constant?.boxed) { (frame: inout Frame) throws(Stop) -> Value in
            try code(&frame).boxed
        }
    }

    package static func typed(_ plan: Plan) -> Typed<Self> { unboxed(plan) }

    package static func plan(_ typed: Typed<Self>) -> Plan { .value(boxed(typed)) }
}

extension Bool: Native {
    package static var type: ValueType { .bool }
    package var boxed: Value { .bool(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        guard case .bool(let bool) = value else { return nil }
        return bool
    }

    package static func typed(_ plan: Plan) -> Typed<Bool> {
        if case .bool(let typed) = plan { typed } else { unboxed(plan) }
    }

    package static func plan(_ typed: Typed<Bool>) -> Plan { .bool(typed) }
}

extension Int64: Native {
    package static var type: ValueType { .int }
    package var boxed: Value { .int(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        guard case .int(let int) = value else { return nil }
        return int
    }

    package static func typed(_ plan: Plan) -> Typed<Int64> {
        if case .int(let typed) = plan { typed } else { unboxed(plan) }
    }

    package static func plan(_ typed: Typed<Int64>) -> Plan { .int(typed) }
}

extension UInt64: Native {
    package static var type: ValueType { .uint }
    package var boxed: Value { .uint(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        guard case .uint(let uint) = value else { return nil }
        return uint
    }

    package static func typed(_ plan: Plan) -> Typed<UInt64> {
        if case .uint(let typed) = plan { typed } else { unboxed(plan) }
    }

    package static func plan(_ typed: Typed<UInt64>) -> Plan { .uint(typed) }
}

extension Double: Native {
    package static var type: ValueType { .double }
    package var boxed: Value { .double(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        guard case .double(let double) = value else { return nil }
        return double
    }

    package static func typed(_ plan: Plan) -> Typed<Double> {
        if case .double(let typed) = plan { typed } else { unboxed(plan) }
    }

    package static func plan(_ typed: Typed<Double>) -> Plan { .double(typed) }
}

extension String: Native {
    package static var type: ValueType { .string }
    package var boxed: Value { .string(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        guard case .string(let string) = value else { return nil }
        return string
    }

    package static func typed(_ plan: Plan) -> Typed<String> {
        if case .string(let typed) = plan { typed } else { unboxed(plan) }
    }

    package static func plan(_ typed: Typed<String>) -> Plan { .string(typed) }
}
