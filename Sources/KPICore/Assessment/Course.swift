/// What a value has done over the periods that were judged before.
package struct Course: Sendable, Hashable {
    /// The end of the first period at which the goal was met.
    package let achievedOn: LocalDate?
    /// It was met once and is not met now.
    package let hasRegressed: Bool
    /// The value now less the value at the previous judged day.
    package let change: Double?
    /// The sign of Mann and Kendall's S over the periods: 1 rising, -1 falling, 0 neither; nil under three points.
    package let trend: Int?

    /// `values` are those of the periods in order, the judged one last; nil where there was none.
    init(_ values: [(day: LocalDate, value: Quantity?)], goal: Goal?) {
        let met = values.map { point in point.value.flatMap { value in goal?.isMet(by: value) } ?? false }
        achievedOn = met.firstIndex(of: true).map { values[$0].day }
        hasRegressed = met.contains(true) && met.last == false && values.last?.value != nil
        let numbers = values.map { point in point.value.flatMap { goal?.unfavourable($0) ?? $0.lower } }
        if numbers.count >= 2, let now = numbers[numbers.count - 1], let before = numbers[numbers.count - 2] {
            change = now - before
        } else {
            change = nil
        }
        trend = Self.trend(numbers.compactMap { $0 })
    }

    private static func trend(_ numbers: [Double]) -> Int? {
        guard numbers.count >= 3 else { return nil }
        var sum = 0
        for later in numbers.indices {
            for earlier in 0..<later {
                let difference = numbers[later] - numbers[earlier]
                sum += difference > 0 ? 1 : difference < 0 ? -1 : 0
            }
        }
        return sum.signum()
    }
}
