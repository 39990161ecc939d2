/// Measures the reporting itself: of the reports that were due on periods ending within the judged one, how many came.
struct Discipline {
    let target: Target
    let catalog: Catalog
    let facts: Facts
    let asOf: Instant

    func measurements(_ discipline: Source.Discipline, at ref: LocalDate) -> [Measurement?] {
        let judged = (target.frequency.period ?? catalog.reporting.period).period(containing: ref).range
        var expected = [Int](repeating: 0, count: catalog.units.units.count)
        var met = expected
        for other in catalog.targets {
            guard case .reports = other.source, let length = other.frequency.period else { continue }
            let schedule = ReportSchedule(other, catalog, asOf: asOf)
            for period in length.periods(in: judged) where judged.contains(period.last) {
                // Each period is asked for by one edition of a target, and by one version of it.
                guard other.counts(for: period), catalog.timetable.due(period, by: other.deadline) <= asOf else {
                    continue
                }
                for id in other.reporters {
                    guard let unit = catalog.units.index(of: id) else { continue }
                    let series = facts.reports.series(of: other.id, from: id)
                    let state = schedule.state(of: catalog.units.units[unit], on: period, series: series)
                    if state.isExpected { expected[unit] += 1 }
                    if state == .onTime || state == .late && discipline == .completeness { met[unit] += 1 }
                }
            }
        }
        for unit in expected.indices.reversed() {
            guard let parent = catalog.units.parents[unit] else { continue }
            expected[parent] += expected[unit]
            met[parent] += met[unit]
        }
        return zip(met, expected).map { .ratio(Double($0), Double($1)) }
    }
}
