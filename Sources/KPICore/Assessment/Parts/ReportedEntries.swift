/// Reads reported figures as things that happened to a target's parts.
struct ReportedEntries {
    private let target: Target
    private let catalog: Catalog
    private let facts: Facts
    private let asOf: Instant

    init(_ target: Target, _ catalog: Catalog, _ facts: Facts, asOf: Instant) {
        (self.target, self.catalog, self.facts, self.asOf) = (target, catalog, facts, asOf)
    }

    /// Nil where nothing was reported up to the day, which is not the same as nothing having happened.
    func happenings(upTo day: LocalDate) -> [Happening]? {
        var happenings: [Happening] = []
        var isAnythingKnown = false
        let all = facts.reports.series(of: target.id)
        for unit in all.keys.sorted() where catalog.units.index(of: unit) != nil {
            var before: [String: Double] = [:]
            for entry in all[unit]?.entries ?? [] {
                let end = min(entry.period.last, target.window.last)
                guard target.holds(entry.period), end <= day,
                    let figure = entry.figure(asOf: asOf), let value = figure.value?.lower
                else { continue }
                isAnythingKnown = true
                // What stands for everything so far brings what it has over the figure before.
                let brought = figure.form == .delta ? value : value - (before[entry.disaggregation] ?? 0)
                if figure.form != .delta { before[entry.disaggregation] = value }
                happenings.append(
                    Happening(
                        part: entry.disaggregation.isEmpty ? nil : entry.disaggregation, day: end, amount: brought,
                        distinctness: nil))
            }
        }
        return isAnythingKnown ? happenings : nil
    }
}
