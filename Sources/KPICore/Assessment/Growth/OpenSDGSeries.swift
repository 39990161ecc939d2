/// How a site made with Open SDG says that one series of an indicator is to be assessed: an entry of
/// `progress_calculation_options`.
///
/// It stands in the core because two modules that do not know each other meet in it: the one reads it out of YAML, the
/// other finds its figures in a CSV file.
package struct OpenSDGSeries: Sendable, Hashable {
    /// A column of the data and what its cells must say; nil: that they are empty.
    package struct Cell: Sendable, Hashable {
        package let field: String
        package let value: String?

        package init(_ field: String, _ value: String?) {
            (self.field, self.value) = (field, value)
        }
    }

    /// As `1-1-1`.
    package let indicator: String
    /// Where nothing is said, less is better.
    package let isMoreBetter: Bool
    package let target: Double?
    package let targetYear: Int
    package let baseYear: Int
    /// What the value cannot pass, such as 100 for percentages.
    package let limit: Double?
    package let series: String?
    package let unit: String?
    /// Empty for the headline: the rows that say nothing of any group.
    package let disaggregation: [Cell]

    package init(
        indicator: String, isMoreBetter: Bool = false, target: Double? = nil, targetYear: Int? = nil,
        baseYear: Int? = nil, limit: Double? = nil, series: String? = nil, unit: String? = nil,
        disaggregation: [Cell] = []
    ) {
        self.indicator = indicator
        self.isMoreBetter = isMoreBetter
        self.target = target
        self.targetYear = targetYear ?? GrowthComponents.usualTargetYear
        self.baseYear = baseYear ?? GrowthComponents.usualBaseYear
        self.limit = limit
        self.series = series
        self.unit = unit
        self.disaggregation = disaggregation
    }

    /// What tells it from the indicator's other series; empty for the only one.
    package var traits: [String] {
        [series, unit].compactMap { $0 } + disaggregation.compactMap(\.value)
    }

    /// What its progress is computed from.
    package func components(of figures: some Sequence<GrowthPoint>) -> GrowthComponents {
        GrowthComponents(
            of: figures, from: baseYear, isMoreBetter: isMoreBetter,
            target: target.map { GrowthPoint(targetYear, $0) }, limit: limit)
    }
}
