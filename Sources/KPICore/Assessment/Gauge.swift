/// Takes a target's values at any day, as things were known at one moment.
struct Gauge {
    private let target: Target
    private let catalog: Catalog
    private let asOf: Instant
    private let source: Origin

    private enum Origin {
        case reports([(unit: Int, series: ReportSeries)])
        case rows(RegisterTally, [[Cell]])
        case reporting(Source.Discipline, Facts)
        /// The register was never uploaded.
        case nothing
    }

    init(_ target: Target, _ catalog: Catalog, _ facts: Facts, asOf: Instant) {
        self.target = target
        self.catalog = catalog
        self.asOf = asOf
        switch target.source {
        case .reports:
            let series = facts.reports.series(of: target.id)
            source = .reports(
                series.compactMap { id, series in catalog.units.index(of: id).map { ($0, series) } }
                    .sorted { $0.unit < $1.unit })
        case .unmeasured:
            source = .nothing
        case .reporting(let discipline):
            source = .reporting(discipline, facts)
        case .register(let measure):
            guard let schema = catalog.registers[measure.register], facts.registers.holds(measure.register) else {
                source = .nothing
                return
            }
            let rows = facts.registers.rows(
                of: schema, asOf: asOf, today: catalog.timetable.date(of: asOf))
            source = .rows(RegisterTally(target: target, measure: measure, schema: schema, catalog: catalog), rows)
        }
    }

    /// By unit, parents with their children; nil where nothing is known.
    func measurements(at ref: LocalDate) -> [Measurement?] {
        switch source {
        case .nothing: [Measurement?](repeating: nil, count: catalog.units.units.count)
        case .rows(let tally, let rows): tally.measurements(of: rows, at: ref)
        case .reporting(let discipline, let facts):
            Discipline(target: target, catalog: catalog, facts: facts, asOf: asOf).measurements(discipline, at: ref)
        case .reports(let series): reported(series, at: ref)
        }
    }

    private func reported(_ series: [(unit: Int, series: ReportSeries)], at ref: LocalDate) -> [Measurement?] {
        var own = [Measurement?](repeating: nil, count: catalog.units.units.count)
        let measure = ReportedMeasure(target: target, asOf: asOf)
        for (unit, series) in series { own[unit] = measure.measurement(series, at: ref) }
        if isZeroUnlessReported {
            for unit in own.indices where own[unit] == nil {
                let isAsked = target.allocation[catalog.units.units[unit].id] != nil
                if isAsked { own[unit] = Measurement(.zero) }
            }
        }
        var values = RollUp.reported(own, over: catalog.units, kind: target.kind)
        if isZeroUnlessReported, values[UnitTree.root] == nil { values[UnitTree.root] = Measurement(.zero) }
        return values
    }

    /// Where events are counted as they happen and nobody owes a report, no report means that nothing has happened.
    private var isZeroUnlessReported: Bool {
        target.kind == .count && target.form == .delta
            && (target.reporters.isEmpty || target.frequency.period == nil)
    }
}
