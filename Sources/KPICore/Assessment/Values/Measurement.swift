/// A value with the parts it was made of.
package struct Measurement: Sendable, Hashable {
    package let value: Quantity
    private let top: MaybeNumber
    private let bottom: MaybeNumber

    package init(_ value: Quantity, numerator: Double? = nil, denominator: Double? = nil) {
        self.value = value
        (top, bottom) = (MaybeNumber(numerator), MaybeNumber(denominator))
    }

    /// The parts of a ratio.
    package var numerator: Double? { top.number }
    package var denominator: Double? { bottom.number }

    /// The side of the value that counts against its owner.
    func unfavourable(to goal: Goal?) -> Double? {
        goal.map { $0.unfavourable(value) } ?? value.lower
    }

    /// A ratio of its parts; nil where nothing stands below the line.
    package static func ratio(_ numerator: Double, _ denominator: Double) -> Measurement? {
        guard denominator > 0 else { return nil }
        return Measurement(Quantity(numerator / denominator), numerator: numerator, denominator: denominator)
    }

    /// Two units together: amounts add up, ratios are pooled. Nil where a ratio has no parts to pool, because the
    /// mean of ratios is not the ratio of the whole.
    static func pooled(_ a: Measurement, _ b: Measurement, isShare: Bool) -> Measurement? {
        guard isShare else { return Measurement(a.value + b.value) }
        guard let an = a.numerator, let ad = a.denominator, let bn = b.numerator, let bd = b.denominator else {
            return nil
        }
        return .ratio(an + bn, ad + bd)
    }
}
