/// CEL's equality: numbers by value across their types, lists and maps by content, NaN equal to nothing, and values
/// of types that have nothing to do with each other simply not equal.
enum Equality {
    static func equal(_ a: Value, _ b: Value, _ context: inout Context) throws(Stop) -> Bool {
        switch (a, b) {
        case (.null, .null): return true
        case (.bool(let a), .bool(let b)): return a == b
        case (.int(let a), .int(let b)): return a == b
        case (.uint(let a), .uint(let b)): return a == b
        case (.double(let a), .double(let b)): return a == b
        case (.string(let a), .string(let b)):
            try context.charge(bytes: min(a.utf8.count, b.utf8.count))
            return a.isSame(as: b)
        case (.bytes(let a), .bytes(let b)):
            try context.charge(bytes: min(a.array.count, b.array.count))
            return a == b
        case (.timestamp(let a), .timestamp(let b)): return a == b
        case (.duration(let a), .duration(let b)): return a == b
        case (.type(let a), .type(let b)): return a.name.isSame(as: b.name)
        case (.list(let a), .list(let b)): return try equal(a, b, &context)
        case (.map(let a), .map(let b)): return try equal(a, b, &context)
        case (.optional(let a), .optional(let b)):
            switch (a.wrapped, b.wrapped) {
            case (nil, nil): return true
            case (let a?, let b?): return try equal(a, b, &context)
            default: return false
            }
        default:
            return Ordering.numbers(a, b) == .equal
        }
    }

    private static func equal(_ a: [Value], _ b: [Value], _ context: inout Context) throws(Stop) -> Bool {
        guard a.count == b.count else { return false }
        for index in a.indices {
            try context.charge(1)
            guard try equal(a[index], b[index], &context) else { return false }
        }
        return true
    }

    private static func equal(_ a: MapValue, _ b: MapValue, _ context: inout Context) throws(Stop) -> Bool {
        guard a.count == b.count else { return false }
        for entry in a.entries {
            try context.charge(1)
            guard let other = b[key: entry.key], try equal(entry.value, other, &context) else { return false }
        }
        return true
    }
}
