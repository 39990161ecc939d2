/// The types whose values are kept in a machine word.
enum Machine: UInt8, Sendable {
    case bool, int, uint, double

    init?(_ type: ValueType) {
        switch type {
        case .bool: self = .bool
        case .int: self = .int
        case .uint: self = .uint
        case .double: self = .double
        default: return nil
        }
    }

    /// A value as a word, if it fits one.
    @inline(__always)
    static func split(_ value: Value) -> (Machine, UInt64)? {
        switch value {
        case .bool(let bool): (.bool, bool.bits)
        case .int(let int): (.int, int.bits)
        case .uint(let uint): (.uint, uint)
        case .double(let double): (.double, double.bits)
        default: nil
        }
    }

    @inline(__always)
    func value(_ bits: UInt64) -> Value {
        switch self {
        case .bool: .bool(Bool(bits: bits))
        case .int: .int(Int64(bits: bits))
        case .uint: .uint(bits)
        case .double: .double(Double(bits: bits))
        }
    }
}

/// A Swift type that is kept in a machine word.
protocol Scalar: Native {
    static var machine: Machine { get }
    init(bits: UInt64)
    var bits: UInt64 { get }
}

extension Bool: Scalar {
    static var machine: Machine { .bool }

    @inline(__always)
    init(bits: UInt64) { self = bits != 0 }

    @inline(__always)
    var bits: UInt64 { self ? 1 : 0 }
}

extension Int64: Scalar {
    static var machine: Machine { .int }

    @inline(__always)
    init(bits: UInt64) { self.init(bitPattern: bits) }

    @inline(__always)
    var bits: UInt64 { UInt64(bitPattern: self) }
}

extension UInt64: Scalar {
    static var machine: Machine { .uint }

    @inline(__always)
    init(bits: UInt64) { self = bits }

    @inline(__always)
    var bits: UInt64 { self }
}

extension Double: Scalar {
    static var machine: Machine { .double }

    @inline(__always)
    init(bits: UInt64) { self.init(bitPattern: bits) }

    @inline(__always)
    var bits: UInt64 { bitPattern }
}
