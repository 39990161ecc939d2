/// What progress by growth rate is computed from. See <doc:Progress-by-growth-rate>.
package struct GrowthComponents: Sendable, Hashable {
    /// t0 and y0: where growth is counted from; nil without data.
    package let base: GrowthPoint?
    /// ti and yi: the latest value.
    package let current: GrowthPoint?
    /// d: whether more is better; otherwise less is.
    package let isMoreBetter: Bool
    /// tT and yT; nil where no number is to be reached.
    package let target: GrowthPoint?
    /// L: what the value cannot pass, such as 100 for percentages. It says nothing where there is a target.
    package let limit: Double?

    package init(
        base: GrowthPoint?, current: GrowthPoint?, isMoreBetter: Bool, target: GrowthPoint?, limit: Double? = nil
    ) {
        self.base = base
        self.current = current
        self.isMoreBetter = isMoreBetter
        self.target = target
        self.limit = limit
    }

    /// Out of one value for each year, in any order: from the base year on, or the first year after it that has one. What
    /// lies before it counts for nothing.
    package init(
        of series: some Sequence<GrowthPoint>, from baseYear: Int, isMoreBetter: Bool, target: GrowthPoint?,
        limit: Double? = nil
    ) {
        let counted = series.filter { $0.year >= baseYear }
        self.init(
            base: counted.min { $0.year < $1.year }, current: counted.max { $0.year < $1.year },
            isMoreBetter: isMoreBetter, target: target, limit: limit)
    }

    /// Where nobody says otherwise, growth is counted from the year in which the United Nations agreed on their goals,
    /// to the year for which they set them.
    package static let usualBaseYear = 2015
    package static let usualTargetYear = 2030
}
