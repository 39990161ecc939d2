// Types without a machine representation of their own among plans: they travel as values.

extension Value: Native {
    package static var type: ValueType { .dyn }
    package var boxed: Value { self }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        return value
    }

    package static func typed(_ plan: Plan) -> Typed<Value> {
        switch plan {
        case .bool(let typed): Bool.boxed(typed)
        case .int(let typed): Int64.boxed(typed)
        case .uint(let typed): UInt64.boxed(typed)
        case .double(let typed): Double.boxed(typed)
        case .string(let typed): String.boxed(typed)
        case .value(let typed): typed
        }
    }

    package static func plan(_ typed: Typed<Value>) -> Plan { .value(typed) }
}

extension Bytes: Native {
    package static var type: ValueType { .bytes }
    package var boxed: Value { .bytes(self) }

    package static func unbox(_ value: Value) -> Self? {
        guard case .bytes(let bytes) = value else { return nil }
        return bytes
    }
}

extension Timestamp: Native {
    package static var type: ValueType { .timestamp }
    package var boxed: Value { .timestamp(self) }

    package static func unbox(_ value: Value) -> Self? {
        guard case .timestamp(let timestamp) = value else { return nil }
        return timestamp
    }
}

extension Interval: Native {
    package static var type: ValueType { .duration }
    package var boxed: Value { .duration(self) }

    package static func unbox(_ value: Value) -> Self? {
        guard case .duration(let interval) = value else { return nil }
        return interval
    }
}

extension [Value]: Native {
    package static var type: ValueType { .list(.dyn) }
    package var boxed: Value { .list(self) }

    @inline(__always)
    package static func unbox(_ value: Value) -> Self? {
        guard case .list(let list) = value else { return nil }
        return list
    }
}

extension MapValue: Native {
    package static var type: ValueType { .map(.dyn, .dyn) }
    package var boxed: Value { .map(self) }

    package static func unbox(_ value: Value) -> MapValue? {
        guard case .map(let map) = value else { return nil }
        return map
    }
}

extension TypeName: Native {
    package static var type: ValueType { .type(.dyn) }
    package var boxed: Value { .type(self) }

    package static func unbox(_ value: Value) -> TypeName? {
        guard case .type(let name) = value else { return nil }
        return name
    }
}

/// Stands for `optional(T)` in the declarations of functions.
extension OptionalValue: Native {
    package static var type: ValueType { .optional(.dyn) }
    package var boxed: Value { .optional(self) }

    package static func unbox(_ value: Value) -> OptionalValue? {
        guard case .optional(let optional) = value else { return nil }
        return optional
    }
}
