/// How the values of units, or of a register's rows, become one. Each unit counts once.
package enum Aggregate: Sendable, Hashable {
    case sum
    /// Numerators over denominators.
    case pooled
    /// Different things, each once however many units name it.
    case distinctUnion
    /// The last value of each, whenever it was reported.
    case sumOfLast
    case min
    case max
    case mean
    case median
    /// A mean by a weight for each unit; one without a weight, or with 0, does not count.
    case weightedMean([UnitID: Double])
    /// The one that is furthest from the goal.
    case worst

    /// The word by which configuration knows it.
    package var word: String {
        switch self {
        case .sum: "sum"
        case .pooled: "pooled"
        case .distinctUnion: "distinct_union"
        case .sumOfLast: "sum_of_last"
        case .min: "min"
        case .max: "max"
        case .mean: "mean"
        case .median: "median"
        case .weightedMean: "weighted_mean"
        case .worst: "worst"
        }
    }
}
