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
        var sum = 0.0
        for place in 1..<values.count { sum += (values[place] - values[place - 1]).magnitude }
        let steps = values.count - 1
        let meanRange = sum / Double(steps)
        // Dropped once, and not until nothing more is dropped: the rest is what the process does by itself. Where all steps
        // are 0, none is too large.
        var (kept, keptSum) = (0, 0.0)
        for place in 1..<values.count {
            let range = (values[place] - values[place - 1]).magnitude
            guard meanRange == 0 || range < 3.267 * meanRange else { continue }
            kept += 1
            keptSum += range
        }
        let mean = Self.mean(values)
        self.values = values
        self.mean = mean
        meanMovingRange = meanRange
        dropped = steps - kept
        meanRangeKept = keptSum / Double(kept)
        lowerLimit = mean - 2.66 * meanRangeKept
        upperLimit = mean + 2.66 * meanRangeKept
    }

    private static func mean(_ numbers: [Double]) -> Double {
        numbers.reduce(0, +) / Double(numbers.count)
    }
}
