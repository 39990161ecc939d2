import KPICore

/// What is odd about one figure among those of other periods.
struct FigureCheck {
    private let reading: Reading
    private let period: Period
    private let isExplained: Bool
    private let target: Target
    private let series: PastSeries

    /// So many of the latest periods tell what is usual.
    private static let remembered = 36

    /// - Parameter isExplained: whether a note says why it is as it is.
    init(_ reading: Reading, _ period: Period, isExplained: Bool, _ target: Target, _ series: PastSeries) {
        (self.reading, self.period, self.isExplained) = (reading, period, isExplained)
        (self.target, self.series) = (target, series)
    }

    var remarks: [(remark: Remark, column: ReportColumn)] {
        var found: [(Remark, ReportColumn)] = []
        if let remark = denominatorJump { found.append((remark, .denominator)) }
        switch reading.form {
        case .delta: found += monthRemarks.map { ($0, .value) }
        case .cumulative: found += (fall ?? excess).map { [($0, .value)] } ?? []
        case .level: found += leap.map { [($0, .value)] } ?? []
        }
        let isToldAnyway = found.contains { $0.1 == .value }
        if !isToldAnyway, let remark = stray { found.append((remark, .value)) }
        return found
    }

    // MARK: Figures among many

    /// Outside the limits within which the figures before it scatter (XmR), as soon as there are enough for limits to be
    /// firm. Sums only grow, and a rank leaps by its nature.
    private var stray: Remark? {
        guard reading.form != .cumulative, target.kind != .rank,
            let value = PastSeries.Entry(reading, on: period).figure,
            let chart = ControlChart(series.latest(before: period, reading.form, atMost: Self.remembered)),
            !chart.isOnTrial,
            chart.lowerLimit < chart.upperLimit, value < chart.lowerLimit || value > chart.upperLimit
        else { return nil }
        return .stray(value, chart.lowerLimit, chart.upperLimit)
    }

    // MARK: Figures of a period

    /// A month that is as much as the year before it, and five times a usual one, is most likely the year's figure; ten
    /// times a usual one is out of line in any case. What is usual is told by three months, two of them with something in
    /// them: a small county has many empty ones.
    private var monthRemarks: [Remark] {
        guard let value = reading.value?.lower, value > 0 else { return [] }
        let before = series.before(period, in: target.window).suffix(Self.remembered)
        // Most figures are nowhere near five times even the smallest.
        let mayBeFar = before.contains {
            $0.form == .delta && $0.value?.lower.map { $0 > 0 && value >= 5 * $0 } ?? false
        }
        guard mayBeFar else { return [] }
        let earlier = before.filter { $0.form == .delta }.compactMap { $0.value?.lower }
        let usual = earlier.filter { $0 > 0 }
        guard earlier.count >= 3, usual.count >= 2 else { return [] }
        let median = Self.median(usual)
        let total = series.sum(before: period, in: target.window)
        var remarks: [Remark] = []
        if value >= total, value >= 5 * median { remarks.append(.yearAsMonth(value, total, median)) }
        if value >= 10 * median { remarks.append(.outlier(value, median)) }
        return remarks
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    // MARK: Figures that go on

    /// A sum below the one before it, or above the one after it. It happens, and may be right: it is never clamped.
    private var fall: Remark? {
        let before = series.before(period, in: target.window).last { $0.form == .cumulative }
        if let upper = reading.value?.upper, let lower = before?.value?.lower, upper < lower - Goal.tolerance,
            let before
        {
            return .fell(to: upper, from: lower, before.period)
        }
        let after = series.after(period, in: target.window).first { $0.form == .cumulative }
        if let lower = reading.value?.lower, let upper = after?.value?.upper, lower > upper + Goal.tolerance, let after
        {
            return .fell(to: upper, from: lower, after.period)
        }
        return nil
    }

    /// A sum less than what was reported for the periods before it, one by one.
    private var excess: Remark? {
        guard let upper = reading.value?.upper else { return nil }
        let carried = series.sum(before: period, in: target.window)
        return upper < carried - Goal.tolerance ? .belowItsParts(upper, carried) : nil
    }

    /// Ten times the level before it, or a tenth of it: a digit too many or too few. A rank may leap.
    private var leap: Remark? {
        guard target.kind == .level, let value = reading.value?.lower,
            let before = series.before(period, in: target.window).last(where: { $0.form == .level })?.value?
                .lower,
            before > 0, value >= 10 * before || value <= before / 10
        else { return nil }
        return .outlier(value, before)
    }

    // MARK: Denominators

    private var denominatorJump: Remark? {
        guard let denominator = reading.denominator, denominator > 0,
            let before = series.denominator(before: period), before > 0,
            abs(denominator / before - 1) > 0.1 + Goal.tolerance, !isExplained
        else { return nil }
        return .denominatorJump(before, denominator)
    }
}
