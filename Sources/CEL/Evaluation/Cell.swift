/// What a slot of a frame holds: a machine word, an object that stands beside it, or nothing.
struct Cell: Sendable {
    let bits: UInt64
    private let kind: UInt8

    private static let nothingMark: UInt8 = 254
    private static let objectMark: UInt8 = 255

    static let absent = Cell(bits: 0, kind: nothingMark)
    static let object = Cell(bits: 0, kind: objectMark)

    private init(bits: UInt64, kind: UInt8) {
        self.bits = bits
        self.kind = kind
    }

    @inline(__always)
    init(_ machine: Machine, _ bits: UInt64) {
        self.bits = bits
        self.kind = machine.rawValue
    }

    @inline(__always)
    func holds(_ machine: Machine) -> Bool { kind == machine.rawValue }

    @inline(__always)
    var holdsObject: Bool { kind == Self.objectMark }

    @inline(__always)
    var isAbsent: Bool { kind == Self.nothingMark }

    var machine: Machine? { Machine(rawValue: kind) }
}
