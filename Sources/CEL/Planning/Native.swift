/// A Swift type that stands for a type of the language, so that functions can be written with plain Swift closures.
package protocol Native: Sendable {
    static var type: ValueType { get }
    /// Nil when the value is of another type.
    static func unbox(_ value: Value) -> Self?
    var boxed: Value { get }
}

extension Value: Native {
    package static var type: ValueType { .dyn }
    package var boxed: Value { self }

    @inline(__always)
    package static func unbox(_ value: Value) -> Value? { value }
}

extension Bool: Native {
    package static var type: ValueType { .bool }
    package var boxed: Value { .bool(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        if case .bool(let bool) = value { bool } else { nil }
    }
}

extension Int64: Native {
    package static var type: ValueType { .int }
    package var boxed: Value { .int(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        if case .int(let int) = value { int } else { nil }
    }
}

extension UInt64: Native {
    package static var type: ValueType { .uint }
    package var boxed: Value { .uint(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        if case .uint(let uint) = value { uint } else { nil }
    }
}

extension Double: Native {
    package static var type: ValueType { .double }
    package var boxed: Value { .double(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        if case .double(let double) = value { double } else { nil }
    }
}

extension String: Native {
    package static var type: ValueType { .string }
    package var boxed: Value { .string(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        if case .string(let string) = value { string } else { nil }
    }
}

extension Bytes: Native {
    package static var type: ValueType { .bytes }
    package var boxed: Value { .bytes(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        if case .bytes(let bytes) = value { bytes } else { nil }
    }
}

extension Timestamp: Native {
    package static var type: ValueType { .timestamp }
    package var boxed: Value { .timestamp(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        if case .timestamp(let timestamp) = value { timestamp } else { nil }
    }
}

extension Interval: Native {
    package static var type: ValueType { .duration }
    package var boxed: Value { .duration(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        if case .duration(let duration) = value { duration } else { nil }
    }
}

extension [Value]: Native {
    package static var type: ValueType { .list(.dyn) }
    package var boxed: Value { .list(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        if case .list(let list) = value { list } else { nil }
    }
}

extension MapValue: Native {
    package static var type: ValueType { .map(.dyn, .dyn) }
    package var boxed: Value { .map(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> MapValue? {
        if case .map(let map) = value { map } else { nil }
    }
}

extension TypeName: Native {
    package static var type: ValueType { .type(.dyn) }
    package var boxed: Value { .type(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        if case .type(let type) = value { type } else { nil }
    }
}

extension OptionalValue: Native {
    package static var type: ValueType { .optional(.dyn) }
    package var boxed: Value { .optional(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> OptionalValue? {
        if case .optional(let optional) = value { optional } else { nil }
    }
}
