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
        var told: [String: [Int: [Happening]]] = [:]
        for (id, series) in facts.reports.series(of: target.id) {
            guard let unit = catalog.units.index(of: id) else { continue }
            var before: [String: Double] = [:]
            var whole: Period?
            for entry in series.entries {
                let end = min(entry.period.last, target.window.last)
                guard target.holds(entry.period), end <= day,
                    let figure = series.figure(of: entry, asOf: asOf, withPlanned: target.countsPlanned),
                    let value = figure.value?.lower
                else { continue }
                let part = series.disaggregation(of: entry)
                // A cadence asks for no parts, and where a period's whole is given, its parts are in it.
                if part.isEmpty { whole = entry.period }
                if target.kind == .cadence, !part.isEmpty, whole == entry.period { continue }
                // What stands for everything so far brings what it has over the figure before.
                let brought = figure.form == .delta ? value : value - (before[part] ?? 0)
                if figure.form != .delta { before[part] = value }
                told[part, default: [:]][unit, default: []].append(
                    Happening(
                        part: part.isEmpty ? nil : part, day: end, amount: brought,
                        distinctness: nil))
            }
        }
        return told.isEmpty ? nil : told.values.flatMap(eachOnce)
    }

    /// What units told of one part, without those above others: a parent's figure is a cross-check of its children's.
    private func eachOnce(_ told: [Int: [Happening]]) -> [Happening] {
        var above: Set<Int> = []
        for unit in told.keys {
            var unit = unit
            while let parent = catalog.units.parents[unit], above.insert(parent).inserted { unit = parent }
        }
        return told.filter { !above.contains($0.key) }.values.flatMap(\.self)
    }
}
