@testable import CEL

/// Equality as tests mean it: of the same type, maps in any order, NaN the same as NaN.
enum SameValue {
    static func isSame(_ a: Value, _ b: Value) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.uint(let a), .uint(let b)): a == b
        case (.double(let a), .double(let b)): a == b || a.isNaN && b.isNaN
        case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
        case (.bytes(let a), .bytes(let b)): a == b
        case (.timestamp(let a), .timestamp(let b)): a == b
        case (.duration(let a), .duration(let b)): a == b
        case (.type(let a), .type(let b)): a == b
        case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1) }
        case (.map(let a), .map(let b)):
            a.count == b.count
                && a.entries.allSatisfy { entry in
                    b.entries.contains { isSame(entry.key, $0.key) && isSame(entry.value, $0.value) }
                }
        case (.optional(let a), .optional(let b)):
            switch (a.wrapped, b.wrapped) {
            case (nil, nil): true
            case (let a?, let b?): isSame(a, b)
            default: false
            }
        default: false
        }
    }
}
