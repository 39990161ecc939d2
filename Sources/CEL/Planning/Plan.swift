internal import Diagnostics

/// A piece of an expression, ready to run.
///
/// A structure around a closure, because Swift passes the results of closures that stand in arrays, optionals and
/// other generic places through memory, by way of a thunk, which costs more than an addition.
package struct Code: Sendable {
    private let run: @Sendable (inout Frame) throws(Stop) -> Value

    init(_ run: @escaping @Sendable (inout Frame) throws(Stop) -> Value) {
        self.run = run
    }

    @inline(__always)
    func callAsFunction(_ frame: inout Frame) throws(Stop) -> Value {
        try run(&frame)
    }
}

/// Code for a bool, an int, a uint or a double, which it gives as 64 bits: one type for the four and not a type
/// parameter, for the same reason.
package struct Word: Sendable {
    private let run: @Sendable (inout Frame) throws(Stop) -> UInt64

    init(_ run: @escaping @Sendable (inout Frame) throws(Stop) -> UInt64) {
        self.run = run
    }

    @inline(__always)
    func callAsFunction(_ frame: inout Frame) throws(Stop) -> UInt64 {
        try run(&frame)
    }
}

/// The code of a node, with what is known about it: that it only reads a slot, or is always the same.
package struct Plan: Sendable {
    enum Body: Sendable {
        case word(Machine, Word)
        case value(Code)
    }

    let body: Body
    let slot: Int?
    let constant: Value?
    /// The code as a question about the value of one slot, where it is one.
    var test: ElementTest?
    /// Whether the checker found it to be a string.
    var isString = false
    /// Where in the source the node stands, for what goes wrong with its value.
    var span = Span(0, 0)

    init(
        _ machine: Machine, slot: Int? = nil, constant: Value? = nil,
        word: @escaping @Sendable (inout Frame) throws(Stop) -> UInt64
    ) {
        self.init(machine, slot: slot, constant: constant, word: Word(word))
    }

    init(_ machine: Machine, slot: Int? = nil, constant: Value? = nil, word: Word) {
        self.body = .word(machine, word)
        self.slot = slot
        self.constant = constant
    }

    init(
        slot: Int? = nil, constant: Value? = nil,
        code: @escaping @Sendable (inout Frame) throws(Stop) -> Value
    ) {
        self.init(slot: slot, constant: constant, code: Code(code))
    }

    init(slot: Int? = nil, constant: Value? = nil, code: Code) {
        self.body = .value(code)
        self.slot = slot
        self.constant = constant
    }

    static func constant(_ value: Value) -> Plan {
        if let (machine, bits) = Machine.split(value) { return Plan(machine, constant: value) { _ in bits } }
        return Plan(constant: value) { _ in value }
    }

    /// Code that always stops.
    static func failing(_ stop: Stop) -> Plan {
        Plan { (_: inout Frame) throws(Stop) -> Value in throw stop }
    }

    /// A condition, from code that decides it.
    static func condition(_ code: @escaping @Sendable (inout Frame) throws(Stop) -> Bool) -> Plan {
        Plan(.bool) { (frame: inout Frame) throws(Stop) -> UInt64 in try code(&frame) ? 1 : 0 }
    }

    var machine: Machine? {
        if case .word(let machine, _) = body { machine } else { nil }
    }

    /// The code, whatever it gives, as code for a value.
    var code: Code {
        switch body {
        case .value(let code): return code
        case .word(let machine, let word):
            if let constant { return Code { _ in constant } }
            switch machine {
            case .bool: return Code { (frame: inout Frame) throws(Stop) -> Value in .bool(try word(&frame) != 0) }
            case .int:
                return Code { (frame: inout Frame) throws(Stop) -> Value in .int(Int64(bitPattern: try word(&frame))) }
            case .uint: return Code { (frame: inout Frame) throws(Stop) -> Value in .uint(try word(&frame)) }
            case .double:
                return Code { (frame: inout Frame) throws(Stop) -> Value in
                    .double(Double(bitPattern: try word(&frame)))
                }
            }
        }
    }

    /// The code as code for one machine type. What turns out to be of another type is an error.
    func word(_ wanted: Machine) -> Word {
        if case .word(let machine, let word) = body, machine == wanted { return word }
        let code = code
        let span = span
        return Word { (frame: inout Frame) throws(Stop) -> UInt64 in
            let value = try code(&frame)
            if let (machine, bits) = Machine.split(value), machine == wanted { return bits }
            throw .failed(Failure("expected \(wanted), found \(value.kind)", at: span))
        }
    }
}
