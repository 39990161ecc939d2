/// What a target says of the growth it is judged by, beside its goal.
package struct GrowthTerms: Sendable, Hashable {
    /// Growth is counted from this year, or from the first after it that has a figure.
    package let baseYear: Int
    /// What the value cannot pass, such as 100 for percentages; it counts where no number is to be reached.
    package let limit: Double?

    package init(baseYear: Int, limit: Double? = nil) {
        (self.baseYear, self.limit) = (baseYear, limit)
    }
}

extension Target {
    /// How a unit's value grows over the judged days, which are the ends of years; nil where the target is not judged by
    /// that, or asks nothing of the unit. A year in which nothing new was told has no figure, although the value goes on.
    func growth(of unit: Int, in tracks: Tracks, towards goal: Goal?) -> GrowthProgress? {
        guard let growth, let goal else { return nil }
        let figures = tracks.days.indices.compactMap { day -> GrowthPoint? in
            guard !tracks.isSilent(unit, day), let value = tracks[unit, day]?.unfavourable(to: goal) else { return nil }
            return GrowthPoint(tracks.days[day].year, value)
        }
        return GrowthProgress(
            GrowthComponents(
                of: figures, from: growth.baseYear, isMoreBetter: direction == .increase,
                target: goal.value.map { GrowthPoint(due.year, $0) }, limit: growth.limit))
    }
}

extension LightPolicy {
    /// In the place of a policy where the method gives the light. It is never asked for a band.
    package static let byGrowthRate = LightPolicy(
        id: "sdg-cagr", label: Label(zh: "按增长率", en: "by growth rate"), measure: .held, bands: [],
        otherwise: .noData)
}

extension GrowthProgress {
    /// Of something that doubled in half the time it had to: what may be said of growth can be tried before there is any.
    static func sample(towards goal: Goal?) -> GrowthProgress {
        let target = goal?.value.map { _ in GrowthPoint(2030, 4) }
        return GrowthProgress(
            GrowthComponents(
                base: GrowthPoint(2015, 1), current: GrowthPoint(2022, 2), isMoreBetter: true, target: target))
    }
}
