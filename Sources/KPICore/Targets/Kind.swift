/// What a target measures, and so how its value is made from figures. `domain` terms: see the documentation.
package enum Kind: String, Sendable, CaseIterable {
    /// Adds up within the window: a sum of deltas, the last cumulative figure, or distinct entities of a register.
    case count
    /// A pooled numerator over a pooled denominator, never a mean of ratios. From 0 to 1.
    case ratio
}
