/// A stretch of waiting, in the measure that people mean: seconds pass at night too, working days do not.
package enum Delay: Sendable, Hashable {
    case seconds(Int64)
    case workingDays(Int)
    /// So many periods of the target's own frequency judged in a row, the first among them.
    case periods(Int)
}
