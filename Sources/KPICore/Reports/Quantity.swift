/// A number as offices give it: exact, or known only within bounds ("130余" is 130 to 139, "近200" at most 200).
package struct Quantity: Sendable, Hashable {
    private let low: MaybeNumber
    private let high: MaybeNumber

    package init(lower: Double?, upper: Double?) {
        (low, high) = (MaybeNumber(lower), MaybeNumber(upper))
    }

    /// Nil where nothing is known on that side.
    package var lower: Double? { low.number }
    package var upper: Double? { high.number }

    package init(_ exact: Double) {
        self.init(lower: exact, upper: exact)
    }

    package static let zero = Quantity(0)

    package var isExact: Bool { low.isKnown && low == high }

    package static func + (a: Quantity, b: Quantity) -> Quantity {
        Quantity(lower: add(a.lower, b.lower), upper: add(a.upper, b.upper))
    }

    package static func - (a: Quantity, b: Quantity) -> Quantity {
        Quantity(lower: add(a.lower, b.upper.map { -$0 }), upper: add(a.upper, b.lower.map { -$0 }))
    }

    private static func add(_ a: Double?, _ b: Double?) -> Double? {
        guard let a, let b else { return nil }
        return a + b
    }
}
