/// An observation as the core keeps it in memory: the numbers, without the texts that only people read.
package struct Reading: Sendable, Hashable {
    package let revision: Int
    package let submittedAt: Instant
    package let form: Form
    package let value: Quantity?
    package let numerator: Double?
    package let denominator: Double?
    package let isRetraction: Bool

    init(
        revision: Int, submittedAt: Instant, form: Form, value: Quantity?, numerator: Double?, denominator: Double?,
        isRetraction: Bool
    ) {
        self.revision = revision
        self.submittedAt = submittedAt
        self.form = form
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
        self.isRetraction = isRetraction
    }

    package init(_ observation: Observation) {
        revision = observation.revision
        submittedAt = observation.submittedAt
        form = observation.form
        value = observation.value
        numerator = observation.numerator
        denominator = observation.denominator
        isRetraction = observation.isRetraction
    }

    /// Whether two readings give the same figure.
    func agrees(with other: Reading) -> Bool {
        form == other.form && value == other.value && numerator == other.numerator
            && denominator == other.denominator && isRetraction == other.isRetraction
    }
}
