/// A map's key in the form it is looked up by: `1`, `1u` and `1.0` find the same entry, and strings are told apart
/// by their bytes, where Swift's `==` would take composed and decomposed letters for the same.
enum MapKey: Sendable, Hashable {
    case bool(Bool)
    case integer(Int64)
    /// Only those beyond `Int64`.
    case large(UInt64)
    case string(ExactString)

    /// Nil for what may not be a key.
    init?(_ value: Value) {
        switch value {
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .integer(value)
        case .uint(let value): self = Int64(exactly: value).map(MapKey.integer) ?? .large(value)
        case .string(let value): self = .string(ExactString(value))
        default: return nil
        }
    }

    /// The key that a value looks for. A double finds a whole number; nil when no key can be equal to the value.
    init?(lookingFor value: Value) {
        if case .double(let number) = value {
            if let integer = Int64(exactly: number) {
                self = .integer(integer)
            } else if let integer = UInt64(exactly: number) {
                self = .large(integer)
            } else {
                return nil
            }
        } else {
            self.init(value)
        }
    }
}
