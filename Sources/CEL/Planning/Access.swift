/// Reading fields and elements.
enum Access {
    static func field(_ value: Value, _ name: String) throws(Stop) -> Value {
        switch value {
        case .map(let map):
            guard let found = map[name] else { throw .failed("no such key: '\(name)'") }
            return found
        case .optional(let optional): return .optional(try step(optional, name))
        default: throw .failed("\(value.kind) has no fields")
        }
    }

    static func optionalField(_ value: Value, _ name: String) throws(Stop) -> Value {
        switch value {
        case .map(let map): .optional(map[name].map { OptionalValue($0) } ?? .none)
        case .optional(let optional): .optional(try step(optional, name))
        default: throw .failed("\(value.kind) has no fields")
        }
    }

    private static func step(_ optional: OptionalValue, _ name: String) throws(Stop) -> OptionalValue {
        switch optional.wrapped {
        case nil: return .none
        case .map(let map): return map[name].map { OptionalValue($0) } ?? .none
        case .optional(let inner): return try step(inner, name)
        case let other?: throw .failed("no such key: '\(name)' (\(other.kind) has no fields)")
        }
    }

    static func has(_ value: Value, _ name: String) throws(Stop) -> Bool {
        switch value {
        case .map(let map): map[name] != nil
        case .optional(let optional): if let wrapped = optional.wrapped { try has(wrapped, name) } else { false }
        default: throw .failed("\(value.kind) has no fields")
        }
    }

    /// The element at an index, or the value under a key; nil when there is none.
    static func lookup(_ value: Value, _ key: Value) throws(Stop) -> Value? {
        switch value {
        case .map(let map): return map[key: key]
        case .list(let list):
            let index: Int? =
                switch key {
                case .int(let number): Int(exactly: number)
                case .uint(let number): Int(exactly: number)
                case .double(let number): Int(exactly: number)
                default: nil
                }
            guard let index else { throw .failed("\(key) is not the index of an element") }
            return list.indices.contains(index) ? list[index] : nil
        default: throw .failed("\(value.kind) has no elements")
        }
    }

    static func element(_ value: Value, _ key: Value) throws(Stop) -> Value {
        if case .optional = value { return try optionalElement(value, key) }
        if let found = try lookup(value, key) { return found }
        if case .map = value { throw .failed("no such key: \(key)") }
        throw .failed("index out of range: \(key)")
    }

    static func optionalElement(_ value: Value, _ key: Value) throws(Stop) -> Value {
        if case .optional(let optional) = value {
            guard let wrapped = optional.wrapped else { return .optional(.none) }
            return try optionalElement(wrapped, key)
        }
        return .optional(try lookup(value, key).map { OptionalValue($0) } ?? .none)
    }
}
