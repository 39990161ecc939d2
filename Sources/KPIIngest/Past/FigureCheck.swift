import KPICore

/// What is odd about one figure among those of other periods.
struct FigureCheck {
    private let row: Observation
    private let target: Target
    private let series: PastSeries

    /// So many of the latest periods tell what is usual.
    private static let remembered = 36

    init(_ row: Observation, _ target: Target, _ series: PastSeries) {
        (self.row, self.target, self.series) = (row, target, series)
    }

    var remarks: [(remark: Remark, column: ReportColumn)] {
        var found: [(Remark, ReportColumn)] = []
        if let remark = denominatorJump { found.append((remark, .denominator)) }
        switch row.form {
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
        guard row.form != .cumulative, target.kind != .rank, let value = PastSeries.Entry(row).figure,
            let chart = ControlChart(series.latest(before: row.key.period, row.form, atMost: Self.remembered)),
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
        guard let value = row.value?.lower, value > 0 else { return [] }
        let earlier = series.before(row.key.period, in: target.window).suffix(Self.remembered)
            .filter { $0.form == .delta }.compactMap { $0.value?.lower }
        let usual = earlier.filter { $0 > 0 }
        guard earlier.count >= 3, usual.count >= 2 else { return [] }
        let median = Self.median(usual)
        let total = series.sum(before: row.key.period, in: target.window)
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
        let before = series.before(row.key.period, in: target.window).last { $0.form == .cumulative }
        if let upper = row.value?.upper, let lower = before?.value?.lower, upper < lower - Goal.tolerance, let before {
            return .fell(to: upper, from: lower, before.period)
        }
        let after = series.after(row.key.period, in: target.window).first { $0.form == .cumulative }
        if let lower = row.value?.lower, let upper = after?.value?.upper, lower > upper + Goal.tolerance, let after {
            return .fell(to: upper, from: lower, after.period)
        }
        return nil
    }

    /// A sum less than what was reported for the periods before it, one by one.
    private var excess: Remark? {
        guard let upper = row.value?.upper else { return nil }
        let carried = series.sum(before: row.key.period, in: target.window)
        return upper < carried - Goal.tolerance ? .belowItsParts(upper, carried) : nil
    }

    /// Ten times the level before it, or a tenth of it: a digit too many or too few. A rank may leap.
    private var leap: Remark? {
        guard target.kind == .level, let value = row.value?.lower,
            let before = series.before(row.key.period, in: target.window).last(where: { $0.form == .level })?.value?
                .lower,
            before > 0, value >= 10 * before || value <= before / 10
        else { return nil }
        return .outlier(value, before)
    }

    // MARK: Denominators

    private var denominatorJump: Remark? {
        guard let denominator = row.denominator, denominator > 0,
            let before = series.denominator(before: row.key.period), before > 0,
            abs(denominator / before - 1) > 0.1 + Goal.tolerance, !isExplained
        else { return nil }
        return .denominatorJump(before, denominator)
    }

    /// A note that says no more than that something was corrected explains nothing.
    private var isExplained: Bool {
        let bare = ["", "更正", "订正", "修订", "修正", "补报", "补录", "无", "-", "correction", "corrected", "revision", "revised"]
        return !bare.contains(FoldedText(row.note).text.lowercased())
    }
}
