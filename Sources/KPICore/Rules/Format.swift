/// How a value stands in a message. The list is closed, so that a template can be checked when it is loaded.
package enum Format: String, Sendable, CaseIterable {
    /// As it is: whole numbers without a point, others with at most two digits after it.
    case plain
    /// A share as a percentage with at most one digit after the point.
    case percent
    /// Rounded to a whole number.
    case integer
    /// With two digits after the point.
    case decimal
    /// A timestamp's local day.
    case date
}
