/// Makes parents' values out of their children's.
///
/// A parent is what its children come to together; its own figure counts only where none of them has one, and is
/// otherwise a cross-check. Each unit counts once.
struct RollUp {
    private let target: Target
    private let units: UnitTree
    /// By unit; only for a weighted mean.
    private let weights: [Double]

    init(_ target: Target, over units: UnitTree) {
        (self.target, self.units) = (target, units)
        if case .weightedMean(let weights) = target.aggregate {
            self.weights = units.units.map { weights[$0.id] ?? 0 }
        } else {
            weights = []
        }
    }

    /// Fills in the parents of one day.
    func apply(to tracks: inout Tracks, at day: Int) {
        switch target.aggregate {
        case .sum, .pooled, .sumOfLast, .distinctUnion: addUp(&tracks, day)
        case .min, .max, .mean, .median, .weightedMean, .worst: gather(&tracks, day)
        }
        // Only a trend and a rate of growth ask when a figure was told.
        if target.goal.isTrend || target.growth != nil { silence(&tracks, day) }
    }

    /// A parent is silent when all are of which it has something.
    private func silence(_ tracks: inout Tracks, _ day: Int) {
        for unit in units.units.indices.reversed() {
            let known = units.children[unit].filter { tracks[$0, day] != nil }
            if !known.isEmpty { tracks.setSilent(unit, day, known.allSatisfy { tracks.isSilent($0, day) }) }
        }
    }

    private func addUp(_ tracks: inout Tracks, _ day: Int) {
        for unit in units.units.indices.reversed() {
            let children = units.children[unit]
            guard !children.isEmpty else { continue }
            var sum: Measurement?
            var isSummable = true
            var isAnyKnown = false
            for child in children {
                guard let part = tracks[child, day] else { continue }
                if !isAnyKnown {
                    sum = part
                } else if isSummable {
                    sum = sum.flatMap { Measurement.pooled($0, part, isShare: target.kind.isShare) }
                    isSummable = sum != nil
                }
                isAnyKnown = true
            }
            // Ratios without parts cannot be pooled; then the parent's own figure is all there is.
            if let sum { tracks[unit, day] = sum }
        }
    }

    /// For what cannot be made step by step, as a median of medians would be none: a parent looks at all figures below.
    private func gather(_ tracks: inout Tracks, _ day: Int) {
        var below = [[Int]](repeating: [], count: units.units.count)
        for unit in units.units.indices.reversed() {
            let contributors = units.children[unit].flatMap { below[$0] }
            if contributors.isEmpty {
                below[unit] = tracks[unit, day] == nil ? [] : [unit]
            } else {
                below[unit] = contributors
            }
        }
        let own = units.units.indices.map { tracks[$0, day] }
        for unit in units.units.indices where !units.children[unit].isEmpty && below[unit] != [unit] {
            tracks[unit, day] = together(below[unit].compactMap { unit in own[unit].map { (unit, $0) } })
        }
    }

    private func together(_ parts: [(unit: Int, measurement: Measurement)]) -> Measurement? {
        switch target.aggregate {
        case .min, .max: return outermost(parts.map(\.measurement))
        case .worst: return parts.max { distance($0.measurement) < distance($1.measurement) }?.measurement
        case .weightedMean: return weightedMean(parts)
        default:
            let lower = parts.map(\.measurement.value.lower)
            let upper = parts.map(\.measurement.value.upper)
            let quantity = Quantity(lower: one(of: lower), upper: one(of: upper))
            return quantity.lower == nil && quantity.upper == nil ? nil : Measurement(quantity)
        }
    }

    /// Nil as soon as one is not known.
    private func one(of numbers: [Double?]) -> Double? {
        let known = numbers.compactMap { $0 }
        return known.count == numbers.count ? target.aggregate.of(known) : nil
    }

    private func weightedMean(_ parts: [(unit: Int, measurement: Measurement)]) -> Measurement? {
        let counting = parts.filter { weights[$0.unit] > 0 }
        let total = counting.reduce(0) { $0 + weights[$1.unit] }
        guard total > 0 else { return nil }
        func mean(_ side: (Quantity) -> Double?) -> Double? {
            counting.reduce(Optional(0.0)) { sum, part in
                guard let sum, let number = side(part.measurement.value) else { return nil }
                return sum + number * weights[part.unit] / total
            }
        }
        let quantity = Quantity(lower: mean(\.lower), upper: mean(\.upper))
        return quantity.lower == nil && quantity.upper == nil ? nil : Measurement(quantity)
    }

    /// The least or the greatest, bound by bound: a bound that is missing lies beyond all others. Where one of them has
    /// both bounds of the result, it is that one, with the parts of its share.
    private func outermost(_ parts: [Measurement]) -> Measurement? {
        let lower = parts.map { $0.value.lower ?? -.infinity }
        let upper = parts.map { $0.value.upper ?? .infinity }
        let bounds = target.aggregate == .min ? (lower.min(), upper.min()) : (lower.max(), upper.max())
        func known(_ bound: Double?) -> Double? { bound.flatMap { $0.isFinite ? $0 : nil } }
        let quantity = Quantity(lower: known(bounds.0), upper: known(bounds.1))
        if let one = parts.first(where: { $0.value == quantity }) { return one }
        return quantity.lower == nil && quantity.upper == nil ? nil : Measurement(quantity)
    }

    /// How far a value is from what is asked, on the wrong side; what is not known is furthest.
    private func distance(_ measurement: Measurement) -> Double {
        guard let value = measurement.unfavourable(to: target.goal) else { return .infinity }
        switch target.goal {
        case .atLeast, .notFalling, .rising: return -value
        case .atMost, .notRising, .falling: return value
        case .exactly(let goal): return abs(value - goal)
        case .between(let low, let high): return max(low - value, value - high)
        }
    }
}
