/// An indicator of several series: how they progress together.
package struct GrowthSummary: Sendable, Hashable {
    package let status: GrowthStatus
    /// The mean of the scores that there are.
    package let score: Double?

    package init(of series: [GrowthProgress]) {
        let scores = series.compactMap(\.score)
        score = scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
        if series.count == 1 {
            status = series[0].status
        } else if let score {
            let isAchieved = series.allSatisfy { $0.status == .targetAchieved }
            status = isAchieved ? .targetAchieved : GrowthScale.ofMean(score)
        } else {
            status = .notAvailable
        }
    }
}
