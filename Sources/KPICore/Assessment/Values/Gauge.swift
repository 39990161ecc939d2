/// Takes a target's values as things were known at one moment.
struct Gauge {
    let target: Target
    private let catalog: Catalog
    private let facts: Facts
    /// What was reported on the target, by unit.
    private let series: [ReportSeries?]
    private let asOf: Instant

    init(_ target: Target, _ catalog: Catalog, _ facts: Facts, _ series: [ReportSeries?], asOf: Instant) {
        (self.target, self.catalog, self.facts, self.series, self.asOf) = (target, catalog, facts, series, asOf)
    }

    /// The same where nobody has looked up the reports yet.
    init(_ target: Target, _ catalog: Catalog, _ facts: Facts, asOf: Instant) {
        self.init(target, catalog, facts, facts.reports.series(of: target.id, over: catalog.units), asOf: asOf)
    }

    /// Every unit's value at each day, parents with their children; nil where nothing is known.
    func tracks(at days: [LocalDate]) -> Tracks {
        var tracks = Tracks(days: days, units: catalog.units.units.count)
        if target.composition != nil || target.kind == .gate {
            let tally = PartTally(target, catalog, facts, asOf: asOf)
            for (index, day) in days.enumerated() { tracks.set(tally.measurements(at: day), at: index) }
            return tracks
        }
        switch target.source {
        case .unmeasured: break
        case .reports: fillFromReports(&tracks)
        case .register: fillFromRegister(&tracks)
        case .reporting(let discipline):
            let rates = Discipline(target: target, catalog: catalog, facts: facts, asOf: asOf)
            for (index, day) in days.enumerated() { tracks.set(rates.measurements(discipline, at: day), at: index) }
        }
        return tracks
    }

    /// What the target consists of, at a day.
    func parts(at day: LocalDate) -> [Part] {
        guard target.composition != nil || target.kind == .gate else { return [] }
        return PartTally(target, catalog, facts, asOf: asOf).parts(at: day)
    }

    private func fillFromRegister(_ tracks: inout Tracks) {
        guard let sieve = RowSieve(target, catalog, facts, asOf: asOf) else { return }
        var tally = RegisterTally(catalog: catalog, sieve: sieve)
        for (index, day) in tracks.days.enumerated() { tracks.set(tally.measurements(at: day), at: index) }
    }

    /// What each unit reported itself, whether it counts or not.
    func reported(at days: [LocalDate]) -> Tracks {
        var tracks = Tracks(days: days, units: catalog.units.units.count)
        fillWithReports(&tracks)
        return tracks
    }

    private func fillWithReports(_ tracks: inout Tracks) {
        let measure = ReportedMeasure(target, asOf: asOf)
        for unit in series.indices {
            if let series = series[unit] { measure.fill(&tracks, of: unit, from: series) }
        }
    }

    private func fillFromReports(_ tracks: inout Tracks) {
        fillWithReports(&tracks)
        let units = catalog.units.units
        let rollUp = RollUp(target, over: catalog.units)
        for day in tracks.days.indices {
            if isZeroUnlessReported {
                for unit in units.indices where tracks[unit, day] == nil && target.allocation[units[unit].id] != nil {
                    tracks[unit, day] = Measurement(.zero)
                }
            }
            rollUp.apply(to: &tracks, at: day)
            if isZeroUnlessReported, tracks[UnitTree.root, day] == nil {
                tracks[UnitTree.root, day] = Measurement(.zero)
            }
        }
    }

    /// Where events are counted as they happen and nobody owes a report, no report means that nothing has happened.
    private var isZeroUnlessReported: Bool {
        target.kind == .count && target.form == .delta
            && (target.reporters.isEmpty || target.frequency.period == nil)
    }
}

extension RowSieve {
    /// Nil where the target is not counted from a register, or its register had not come by then.
    init?(_ target: Target, _ catalog: Catalog, _ facts: Facts, asOf: Instant) {
        guard case .register(let measure) = target.source, let schema = catalog.registers[measure.register],
            facts.registers.holds(schema, asOf: asOf)
        else { return nil }
        let rows = facts.registers.rows(of: schema, asOf: asOf, today: catalog.timetable.date(of: asOf))
        self.init(target, measure, schema, rows: rows, catalog.timetable)
    }
}
