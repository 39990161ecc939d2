/// How far figures of one kind scatter by themselves: an XmR chart, of single figures and the steps between them.
///
/// What lies within the limits is no news. See §2 of Wheeler's *Understanding Variation*: limits are the mean ± 2.66 mean
/// moving ranges (2.66 = 3 / 1.128), and a step of 3.267 mean moving ranges or more is no mere scatter.
package struct ControlChart: Sendable, Hashable {
    /// In the order of time.
    package let values: [Double]
    package let mean: Double
    /// Of all steps between neighbours.
    package let meanMovingRange: Double
    /// How many steps were too large to count towards the limits.
    package let dropped: Int
    /// Of the steps that are left.
    package let meanRangeKept: Double
    package let lowerLimit: Double
    package let upperLimit: Double

    /// Under so many figures the limits are only on trial.
    package static let firmFrom = 12
    package var isOnTrial: Bool { values.count < Self.firmFrom }

    /// Nil under two figures, where nothing scatters. Figures are finite, as everything that is reported is.
    package init?(_ values: [Double]) {
        guard values.count >= 2 else { return nil }
        let ranges = zip(values, values.dropFirst()).map { ($1 - $0).magnitude }
        let mean = Self.mean(values)
        let meanRange = Self.mean(ranges)
        // Dropped once, and not until nothing more is dropped: the rest is what the process does by itself. Where all steps
        // are 0, none is too large.
        let kept = meanRange > 0 ? ranges.filter { $0 < 3.267 * meanRange } : ranges
        self.values = values
        self.mean = mean
        meanMovingRange = meanRange
        dropped = ranges.count - kept.count
        meanRangeKept = Self.mean(kept)
        lowerLimit = mean - 2.66 * meanRangeKept
        upperLimit = mean + 2.66 * meanRangeKept
    }

    private static func mean(_ numbers: [Double]) -> Double {
        numbers.reduce(0, +) / Double(numbers.count)
    }
}
