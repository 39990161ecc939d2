/// How a value grows, as `status.json` tells it.
package struct GrowthFigures: Sendable, Hashable, Decodable {
    package let status: String
    /// v, never clipped.
    package let value: Double?
    /// -5...5
    package let score: Double?
    /// Per year, observed.
    package let rate: Double?
    /// Per year, from the base to the goal.
    package let requiredRate: Double?
    package let baseYear: Int?
    package let baseValue: Double?
    package let currentYear: Int?
    package let currentValue: Double?

    init(_ progress: GrowthProgress) {
        status = progress.status.rawValue
        value = progress.value
        score = progress.score
        rate = progress.observed
        requiredRate = progress.required
        baseYear = progress.components.base?.year
        baseValue = progress.components.base?.value
        currentYear = progress.components.current?.year
        currentValue = progress.components.current?.value
    }

    var json: JSON {
        .object([
            JSON.Member("status", .string(status)), JSON.Member("value", JSON(value)),
            JSON.Member("score", JSON(score)), JSON.Member("rate", JSON(rate)),
            JSON.Member("required_rate", JSON(requiredRate)), JSON.Member("base_year", JSON(baseYear)),
            JSON.Member("base_value", JSON(baseValue)), JSON.Member("current_year", JSON(currentYear)),
            JSON.Member("current_value", JSON(currentValue)),
        ])
    }
}
