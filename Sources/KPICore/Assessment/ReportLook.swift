/// Looks at a target's reports for an assessment: unit by unit, and as a whole.
struct ReportLook {
    private let target: Target
    private let catalog: Catalog
    private let facts: Facts
    private let asOf: Instant
    private let schedule: ReportSchedule

    init(_ target: Target, _ catalog: Catalog, _ facts: Facts, asOf: Instant) {
        (self.target, self.catalog, self.facts, self.asOf) = (target, catalog, facts, asOf)
        schedule = ReportSchedule(target, catalog, asOf: asOf)
    }

    func standing(of unit: Int) -> Assessment.ReportStanding {
        let unit = catalog.units.units[unit]
        let series = facts.reports.series(of: target.id, from: unit.id)
        let isAsked = target.reporters.contains(unit.id)
        return Assessment.ReportStanding(
            state: schedule.judged.flatMap { isAsked ? schedule.state(of: unit, on: $0, series: series) : nil },
            last: series?.latestReport(asOf: asOf), nextDue: isAsked ? schedule.nextDue : nil,
            isInConflict: series?.hasConflict(asOf: asOf) ?? false)
    }

    /// The worst of the units' states, the latest of their reports.
    func whole() -> Assessment.ReportStanding {
        let all = catalog.units.units.indices.map(standing)
        let order: [ReportState] = [.missing, .dueSoon, .notDue, .late, .onTime, .exempt, .notExpected]
        let states = Set(all.compactMap(\.state))
        return Assessment.ReportStanding(
            state: order.first(where: states.contains), last: all.compactMap(\.last).max(),
            nextDue: schedule.nextDue, isInConflict: all.contains(where: \.isInConflict))
    }
}
