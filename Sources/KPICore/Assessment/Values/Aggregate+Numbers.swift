extension Aggregate {
    /// One number out of many, each counting as much as any other. Nil of none, and for what is not made of numbers.
    func of(_ numbers: [Double]) -> Double? {
        guard !numbers.isEmpty else { return nil }
        switch self {
        case .sum, .sumOfLast: return Self.sum(numbers)
        case .min: return numbers.min()
        case .max: return numbers.max()
        case .mean: return Self.sum(numbers) / Double(numbers.count)
        case .median: return Self.median(numbers)
        case .pooled, .distinctUnion, .weightedMean, .worst: return nil
        }
    }

    /// By size, so that rounding is the same in whatever order they came.
    private static func sum(_ numbers: [Double]) -> Double { numbers.sorted().reduce(0, +) }

    /// The middle one, or the mean of the two in the middle.
    private static func median(_ numbers: [Double]) -> Double {
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
