import KPICore

/// What a national statistical office set, and what it published, for each series of its indicators.
enum PublishedProgress {
    /// A line of `targets.jsonl`.
    struct Setting: Decodable {
        struct Cell: Decodable {
            let field: String
            let value: String?
        }

        let indicator: String
        let key: String
        let direction: String?
        let target: Double?
        let targetYear: Double?
        let baseYear: Double?
        let limit: Double?
        let series: String?
        let unit: String?
        let disaggregation: [Cell]

        var chosen: OpenSDGSeries {
            OpenSDGSeries(
                indicator: indicator, isMoreBetter: direction == "positive", target: target,
                targetYear: targetYear.map { Int($0) }, baseYear: baseYear.map { Int($0) }, limit: limit,
                series: series, unit: unit, disaggregation: disaggregation.map { .init($0.field, $0.value) })
        }
    }

    /// A line of `answers.jsonl`.
    struct Answer: Decodable {
        let indicator: String
        let key: String
        let baseValue: Double?
        let baseYear: Double?
        let currentValue: Double?
        let currentYear: Double?
        let direction: Double
        let limit: Double?
        let target: Double?
        let targetYear: Double
        let progressValue: Double?
        let status: String
        let score: Double?

        var components: GrowthComponents {
            GrowthComponents(
                base: point(baseYear, baseValue), current: point(currentYear, currentValue),
                isMoreBetter: direction > 0, target: point(targetYear, target), limit: limit)
        }

        private func point(_ year: Double?, _ value: Double?) -> GrowthPoint? {
            guard let year, let value else { return nil }
            return GrowthPoint(Int(year), value)
        }

        func isGiven(by progress: GrowthProgress) -> Bool {
            agree(progress.value, progressValue) && progress.status.rawValue == status && agree(progress.score, score)
        }

        func isMade(of components: GrowthComponents) -> Bool {
            let own = self.components
            return components.base?.year == own.base?.year && components.current?.year == own.current?.year
                && agree(components.base?.value, own.base?.value)
                && agree(components.current?.value, own.current?.value)
                && components.isMoreBetter == own.isMoreBetter && agree(components.target?.value, own.target?.value)
                && components.target?.year == own.target?.year && agree(components.limit, own.limit)
        }
    }

    /// A line of `indicators.jsonl`.
    struct Indicator: Decodable {
        let indicator: String
        let name: String
        let series: Int
        let status: String?
        let score: Double?
    }

    static let data = SharedData.progress

    static func settings() throws -> [Setting] { try data.lines("targets.jsonl", of: Setting.self) }
    static func answers() throws -> [Answer] { try data.lines("answers.jsonl", of: Answer.self) }
    static func indicators() throws -> [Indicator] { try data.lines("indicators.jsonl", of: Indicator.self) }
}
