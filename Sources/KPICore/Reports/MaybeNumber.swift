/// A number that may not be known, in the eight bytes of a number. There are many of them, and NaN, which stands here for
/// what is not known, is no number that could be reported.
struct MaybeNumber: Sendable, Hashable {
    private let bits: UInt64

    private static let unknown = Double.nan.bitPattern

    init(_ number: Double?) {
        guard let number, !number.isNaN else {
            bits = Self.unknown
            return
        }
        // -0 is 0.
        bits = number == 0 ? 0 : number.bitPattern
    }

    var number: Double? { bits == Self.unknown ? nil : Double(bitPattern: bits) }

    var isKnown: Bool { bits != Self.unknown }
}
