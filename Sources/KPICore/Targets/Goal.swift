/// What a value has to reach.
package enum Goal: Sendable, Hashable {
    case atLeast(Double)
    case atMost(Double)
    case exactly(Double)
    case between(Double, Double)
    /// No fall from figure to figure over the last so many periods that brought one.
    case notFalling(periods: Int)
    /// No rise from figure to figure over the last so many periods that brought one.
    case notRising(periods: Int)
    /// To grow, or to shrink, and no number to reach: asked by those who judge the rate of it, and never met.
    case rising
    case falling

    /// The tolerance of every comparison with a goal or a band: sums of decimal fractions are not exact.
    package static let tolerance = 1e-9

    /// The number to reach, where there is one.
    package var value: Double? {
        switch self {
        case .atLeast(let value), .atMost(let value), .exactly(let value): value
        case .between, .notFalling, .notRising, .rising, .falling: nil
        }
    }

    /// Whether it asks for a course and not for a value.
    package var isTrend: Bool { trendPeriods != nil }

    /// How many periods back a trend is looked at; nil for other goals.
    package var trendPeriods: Int? {
        switch self {
        case .notFalling(let periods), .notRising(let periods): periods
        case .atLeast, .atMost, .exactly, .between, .rising, .falling: nil
        }
    }

    /// The same demand for another amount, such as a unit's share of it.
    package func with(_ value: Double) -> Goal {
        switch self {
        case .atLeast: .atLeast(value)
        case .atMost: .atMost(value)
        case .exactly: .exactly(value)
        case .between, .notFalling, .notRising, .rising, .falling: self
        }
    }

    /// Whether a value known only within bounds meets the goal for certain; a bound that is missing meets nothing.
    /// A trend is not met by any one value: see ``Course/setback``.
    package func isMet(by value: Quantity) -> Bool {
        let tolerance = Self.tolerance
        switch self {
        case .atLeast(let goal): return value.lower.map { $0 >= goal - tolerance } ?? false
        case .atMost(let goal): return value.upper.map { $0 <= goal + tolerance } ?? false
        case .exactly(let goal):
            guard let lower = value.lower, let upper = value.upper else { return false }
            return abs(lower - goal) <= tolerance && abs(upper - goal) <= tolerance
        case .between(let low, let high):
            guard let lower = value.lower, let upper = value.upper else { return false }
            return lower >= low - tolerance && upper <= high + tolerance
        case .notFalling, .notRising, .rising, .falling: return false
        }
    }

    /// The bound of a value that counts against its owner: one may not be praised for what is not certain.
    package func unfavourable(_ value: Quantity) -> Double? {
        switch self {
        case .atLeast, .notFalling, .rising: value.lower
        case .atMost, .notRising, .falling: value.upper
        case .exactly(let goal): Self.farther(value, from: goal, goal)
        case .between(let low, let high): Self.farther(value, from: low, high)
        }
    }

    /// The bound that lies farther out of a range, or less far in it.
    private static func farther(_ value: Quantity, from low: Double, _ high: Double) -> Double? {
        guard let lower = value.lower, let upper = value.upper else { return nil }
        return low - lower >= upper - high ? lower : upper
    }
}
