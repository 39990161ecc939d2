package import KPICore

/// A number as it was understood.
package struct ValueReading: Sendable, Hashable {
    package var quantity: Quantity
    /// Written as a percentage, in tenths (成) or as a fraction (百分之); the quantity is already the fraction.
    package var isShare: Bool
    /// What the last digit written is worth: two roundings of one number differ by at most that.
    package var step: Double
    /// How it was read otherwise than it was written.
    package var remarks: [Remark]
}

/// What became of a cell that should hold a number.
package enum ValueOutcome: Sendable, Hashable {
    /// Nothing is written, or a dash. Missing is not zero.
    case empty
    case value(ValueReading)
    case refused(Remark)
}
