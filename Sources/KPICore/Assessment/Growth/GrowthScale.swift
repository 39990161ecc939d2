/// From what the growth comes to, v, to a status and a score of -5...5.
///
/// The thresholds are compared as they are, without the tolerance of goals, and the constants are those that were
/// published: 7.1429, 4.2857 and 4.1667 stand for fractions, and are used as written.
enum GrowthScale {
    typealias Mark = (status: GrowthStatus, score: Double)

    /// v is the growth as a multiple of what was needed.
    static func ofTarget(_ v: Double) -> Mark {
        if v >= 0.95 { return (.substantial, min(7.1429 * v - 4.2857, 5)) }
        if v >= 0.60 { return (.moderate, min(7.1429 * v - 4.2857, 5)) }
        if v >= 0 { return (.limited, max(4.1667 * v - 2.5, -5)) }
        return (.deterioration, max(4.1667 * v - 2.5, -5))
    }

    /// v is the growth itself, in the right direction; the thresholds shrink towards a limit with its factor.
    static func ofGrowth(_ v: Double, factor: Double) -> Mark {
        if v >= substantial * factor { return (.substantial, factor == 0 ? 5 : min(500 * v / factor - 5, 5)) }
        if v >= moderate * factor { return (.moderate, 250 * v / factor - 1.25) }
        if v >= 0 { return (.limited, 500 * v / factor - 2.5) }
        return (.deterioration, max(125 * v - 2.5, -5))
    }

    static let substantial = 0.015
    static let moderate = 0.005

    /// Of several: achieved only if all are, else by the mean of the scores.
    static func ofMean(_ score: Double) -> GrowthStatus {
        if score >= 2.5 { return .substantial }
        if score >= 0 { return .moderate }
        return score >= -2.5 ? .limited : .deterioration
    }
}
