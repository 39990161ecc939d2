/// A number as offices give it: exact, or known only within bounds ("130余" is 130 to 139, "近200" at most 200).
package struct Quantity: Sendable, Hashable {
    /// Nil where nothing is known on that side.
    package let lower: Double?
    package let upper: Double?

    package init(lower: Double?, upper: Double?) {
        (self.lower, self.upper) = (lower, upper)
    }

    package init(_ exact: Double) {
        self.init(lower: exact, upper: exact)
    }

    package static let zero = Quantity(0)

    package var isExact: Bool { lower != nil && lower == upper }

    package static func + (a: Quantity, b: Quantity) -> Quantity {
        Quantity(lower: add(a.lower, b.lower), upper: add(a.upper, b.upper))
    }

    package static func - (a: Quantity, b: Double) -> Quantity {
        Quantity(lower: a.lower.map { $0 - b }, upper: a.upper.map { $0 - b })
    }

    private static func add(_ a: Double?, _ b: Double?) -> Double? {
        guard let a, let b else { return nil }
        return a + b
    }
}
