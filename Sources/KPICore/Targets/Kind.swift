/// What a target measures, and so how its value is made from figures. `domain` terms: see the documentation.
package enum Kind: String, Sendable, CaseIterable {
    /// Adds up within the window: a sum of deltas, the last cumulative figure, or distinct entities of a register.
    case count
    /// A pooled numerator over a pooled denominator, never a mean of ratios. From 0 to 1.
    case ratio
    /// How things stand: the last value.
    case level
    /// Dated stages; the value is the share of them that is done, by weight.
    case milestone
    /// An invariant that no entity may break; the value is how many do.
    case gate
    /// At least so many in each period; the value is the share of ended periods that had them.
    case cadence
    /// Items of which each has its own minimum or is closed by a second person; the value is the share that is.
    case checklist
    /// Members of which each is to be reached; the value is the share that is.
    case coverage
    /// A place among others; lower is better.
    case rank

    /// Whether the value is a numerator over a denominator, so that units are pooled by adding up both.
    package var isShare: Bool {
        switch self {
        case .ratio, .milestone, .cadence, .checklist, .coverage: true
        case .count, .level, .gate, .rank: false
        }
    }
}
