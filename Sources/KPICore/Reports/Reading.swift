/// An observation as the core keeps it in memory: the numbers, without the texts that only people read.
package struct Reading: Sendable, Hashable {
    package let submittedAt: Instant
    private let quantity: Quantity
    private let top: MaybeNumber
    private let bottom: MaybeNumber
    package let revision: Int
    package let form: Form
    package let isRetraction: Bool
    /// Part of it had not happened yet when it was reported.
    package let isPlanned: Bool

    package init(
        revision: Int, submittedAt: Instant, form: Form, value: Quantity?, numerator: Double?, denominator: Double?,
        isRetraction: Bool, isPlanned: Bool = false
    ) {
        self.revision = revision
        self.submittedAt = submittedAt
        self.form = form
        quantity = value ?? Quantity(lower: nil, upper: nil)
        (top, bottom) = (MaybeNumber(numerator), MaybeNumber(denominator))
        self.isRetraction = isRetraction
        self.isPlanned = isPlanned
    }

    package init(_ observation: Observation) {
        self.init(
            revision: observation.revision, submittedAt: observation.submittedAt, form: observation.form,
            value: observation.value, numerator: observation.numerator, denominator: observation.denominator,
            isRetraction: observation.isRetraction, isPlanned: observation.basis == .actualPlusPlan)
    }

    /// Nil in a retraction, and where a ratio is given by its parts alone.
    package var value: Quantity? { quantity.lower == nil && quantity.upper == nil ? nil : quantity }
    package var numerator: Double? { top.number }
    package var denominator: Double? { bottom.number }

    /// Whether two readings give the same figure.
    package func agrees(with other: Reading) -> Bool {
        form == other.form && value == other.value && numerator == other.numerator
            && denominator == other.denominator && isRetraction == other.isRetraction
    }
}
