/// The planned share w at the end of each day of a plan, and back: the day at which a share is planned.
///
/// Days are counted as offsets: 0 is the start of the first day, ``days`` the end of the last. w never falls and is 1
/// at the end.
package struct PlanCurve: Sendable, Hashable {
    /// Why a curve is no plan.
    package enum Flaw: Error, Hashable {
        /// The number of weights is not the number of periods.
        case weightCount(given: Int, wanted: Int)
        case negativeWeight(Double)
        case noWeight
        /// A date lies outside the plan.
        case outside(LocalDate)
        /// Dates or shares do not rise.
        case falling(LocalDate)
        /// The last share is not 1.
        case endsShort(Double)
        /// There is no working day in the plan.
        case noWorkingDay
    }

    private struct Knot: Sendable, Hashable {
        let day: Double
        let share: Double
    }

    private enum Shape: Sendable, Hashable {
        /// Straight lines from knot to knot; the first is (0, 0), the last (days, 1).
        case line([Knot])
        /// Each share holds from its day on.
        case stairs([Knot])
        case sCurve
    }

    package let range: DateRange
    private let shape: Shape

    package var days: Int { range.days }

    /// Whether the plan jumps, so that no number of days corresponds to a share.
    package var isStepped: Bool {
        if case .stairs = shape { true } else { false }
    }

    /// `pace` is the length of the periods in which the target is judged.
    package init(_ curve: Curve, over range: DateRange, pace: PeriodLength, calendar: WorkCalendar) throws(Flaw) {
        self.range = range
        switch curve {
        case .linear(.days):
            shape = .line([Knot(day: 0, share: 0), Knot(day: Double(range.days), share: 1)])
        case .linear(.workingDays):
            shape = try .line(Self.workingDays(of: range, calendar))
        case .linear(.periods):
            let count = pace.periods(in: range).count
            shape = try .line(Self.weighted([Double](repeating: 1, count: count), by: pace, over: range))
        case .weights(let length, let weights):
            shape = try .line(Self.weighted(weights, by: length, over: range))
        case .history(let length, let years):
            shape = try .line(
                Self.weighted(Self.meanShares(of: years, by: length, over: range), by: length, over: range))
        case .steps(let points):
            shape = try .stairs(Self.rising(points, over: range))
        case .table(let points):
            shape = try .line([Knot(day: 0, share: 0)] + Self.rising(points, over: range))
        case .sCurve:
            shape = .sCurve
        }
    }

    /// w at the end of a day: 0 before the plan, 1 from its last day on.
    package func share(at date: LocalDate) -> Double {
        let day = Double(min(max(date.days(since: range.first) + 1, 0), days))
        switch shape {
        case .sCurve:
            let t = day / Double(days)
            return t * t * (3 - 2 * t)
        case .stairs(let knots):
            return knots.last { $0.day <= day }?.share ?? 0
        case .line(let knots):
            guard let upper = knots.firstIndex(where: { $0.day >= day }), upper > 0 else { return 0 }
            let (a, b) = (knots[upper - 1], knots[upper])
            // On a knot its own share, not a sum that rounding may lift above 1.
            return day == b.day ? b.share : a.share + (b.share - a.share) * (day - a.day) / (b.day - a.day)
        }
    }

    /// ES·D: the earliest day, as an offset with its fraction, at which a share of 0...1 is planned. Nil for steps.
    package func day(reaching share: Double) -> Double? {
        let share = min(max(share, 0), 1)
        switch shape {
        case .stairs: return nil
        case .sCurve: return Self.inverseSCurve(share) * Double(days)
        case .line(let knots):
            guard let upper = knots.firstIndex(where: { $0.share >= share }), upper > 0 else { return 0 }
            let (a, b) = (knots[upper - 1], knots[upper])
            return a.day + (b.day - a.day) * (share - a.share) / (b.share - a.share)
        }
    }
}

extension PlanCurve {
    private static func workingDays(of range: DateRange, _ calendar: WorkCalendar) throws(Flaw) -> [Knot] {
        let total = calendar.workingDays(in: range)
        guard total > 0 else { throw .noWorkingDay }
        var knots = [Knot(day: 0, share: 0)]
        var worked = 0
        for offset in 0..<range.days {
            if calendar.isWorkingDay(range.first.adding(days: offset)) { worked += 1 }
            knots.append(Knot(day: Double(offset + 1), share: Double(worked) / Double(total)))
        }
        return knots
    }

    private static func weighted(
        _ weights: [Double], by length: PeriodLength, over range: DateRange
    ) throws(Flaw) -> [Knot] {
        let periods = length.periods(in: range)
        guard weights.count == periods.count else {
            throw .weightCount(given: weights.count, wanted: periods.count)
        }
        if let negative = weights.first(where: { $0 < 0 }) { throw .negativeWeight(negative) }
        // Weights as large as numbers get must not become infinite when they are added.
        let largest = weights.max() ?? 0
        let weights = weights.reduce(0, +).isFinite ? weights : weights.map { $0 / largest }
        let total = weights.reduce(0, +)
        guard total > 0 else { throw .noWeight }
        var knots = [Knot(day: 0, share: 0)]
        var sum = 0.0
        for (period, weight) in zip(periods, weights) {
            sum += weight
            let end = min(period.last, range.last).days(since: range.first) + 1
            knots.append(Knot(day: Double(end), share: sum / total))
        }
        return knots
    }

    /// The mean of the years' shares of each period. A year counts as much as any other, however much it brought.
    private static func meanShares(
        of years: [[Double]], by length: PeriodLength, over range: DateRange
    ) throws(Flaw) -> [Double] {
        let count = length.periods(in: range).count
        guard !years.isEmpty else { throw .noWeight }
        var means = [Double](repeating: 0, count: count)
        for year in years {
            guard year.count == count else { throw .weightCount(given: year.count, wanted: count) }
            if let negative = year.first(where: { $0 < 0 }) { throw .negativeWeight(negative) }
            let total = year.reduce(0, +)
            guard total > 0 else { throw .noWeight }
            for (period, amount) in year.enumerated() { means[period] += amount / total / Double(years.count) }
        }
        return means
    }

    private static func rising(_ points: [Curve.Point], over range: DateRange) throws(Flaw) -> [Knot] {
        var knots: [Knot] = []
        for point in points {
            guard range.contains(point.date) else { throw .outside(point.date) }
            let day = Double(point.date.days(since: range.first) + 1)
            guard day > knots.last?.day ?? 0, point.share >= knots.last?.share ?? 0 else {
                throw .falling(point.date)
            }
            knots.append(Knot(day: day, share: point.share))
        }
        let end = knots.last?.share ?? 0
        guard abs(end - 1) <= Goal.tolerance else { throw .endsShort(end) }
        return knots
    }

    /// Newton would meet a flat end; halving meets nothing.
    private static func inverseSCurve(_ share: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let t = (low + high) / 2
            if t * t * (3 - 2 * t) >= share { high = t } else { low = t }
        }
        return high
    }
}
