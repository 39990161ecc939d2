/// The order of two values, where they have one.
enum Ordering: Sendable {
    case less, equal, greater
    /// NaN stands in no order to anything.
    case none

    /// Nil when values of these types have no order.
    static func of(_ a: Value, _ b: Value) -> Ordering? {
        switch (a, b) {
        case (.bool(let a), .bool(let b)): Ordering(a ? 1 : 0, b ? 1 : 0)
        case (.string(let a), .string(let b)): Ordering(a.order(b), 0)
        case (.bytes(let a), .bytes(let b)): a == b ? .equal : a < b ? .less : .greater
        case (.timestamp(let a), .timestamp(let b)): Ordering(a, b)
        case (.duration(let a), .duration(let b)): Ordering(a, b)
        default: numbers(a, b)
        }
    }

    /// Compares by value across int, uint and double; nil when either is not a number.
    static func numbers(_ a: Value, _ b: Value) -> Ordering? {
        switch (a, b) {
        case (.int(let a), .int(let b)): Ordering(a, b)
        case (.uint(let a), .uint(let b)): Ordering(a, b)
        case (.double(let a), .double(let b)): Ordering(a, b)
        case (.int(let a), .uint(let b)): a < 0 ? .less : Ordering(UInt64(a), b)
        case (.uint(let a), .int(let b)): b < 0 ? .greater : Ordering(a, UInt64(b))
        case (.int(let a), .double(let b)): integer(a, b)
        case (.double(let a), .int(let b)): integer(b, a).reversed
        case (.uint(let a), .double(let b)): integer(a, b)
        case (.double(let a), .uint(let b)): integer(b, a).reversed
        default: nil
        }
    }

    init<T: Comparable>(_ a: T, _ b: T) {
        self = a < b ? .less : a == b ? .equal : a > b ? .greater : .none
    }

    private var reversed: Ordering {
        switch self {
        case .less: .greater
        case .greater: .less
        case .equal, .none: self
        }
    }

    /// Beyond the integer's range the double decides; within, the two are compared as doubles, as the reference
    /// implementations do: the largest int is equal to 2^63.
    private static func integer<T: FixedWidthInteger>(_ a: T, _ b: Double) -> Ordering {
        if b < Double(T.min) { return .greater }
        if b > Double(T.max) { return .less }
        return Ordering(Double(a), b)
    }
}
