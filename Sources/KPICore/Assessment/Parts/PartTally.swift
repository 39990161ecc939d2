/// Makes the parts of a target at a day, and the target's value out of them.
struct PartTally {
    private let target: Target
    private let catalog: Catalog
    private let facts: Facts
    private let asOf: Instant

    init(_ target: Target, _ catalog: Catalog, _ facts: Facts, asOf: Instant) {
        (self.target, self.catalog, self.facts, self.asOf) = (target, catalog, facts, asOf)
    }

    /// In the order in which they are named, or else of their ids. None where nothing is known.
    func parts(at day: LocalDate) -> [Part] {
        switch target.source {
        case .unmeasured, .reporting: return []
        case .reports:
            guard target.kind != .gate else { return [] }
            let entries = ReportedEntries(target, catalog, facts, asOf: asOf)
            guard let happenings = entries.happenings(upTo: day) else { return [] }
            return maker(at: day).parts(of: happenings)
        case .register:
            guard var sieve = RowSieve(target, catalog, facts, asOf: asOf) else { return [] }
            let maker = maker(at: day)
            switch target.composition {
            case .rows(let columns): return maker.parts(ofRows: columns, &sieve)
            case nil: return maker.entities(&sieve)
            default: return maker.parts(of: RowHappenings(target).all(&sieve, upTo: day))
            }
        }
    }

    /// Each unit's value at a day: what its own parts come to, and for the root all of them.
    func measurements(at day: LocalDate) -> [Measurement?] {
        let units = catalog.units
        var values = [Measurement?](repeating: nil, count: units.units.count)
        if target.kind == .gate, case .reports = target.source {
            var tracks = Tracks(days: [day], units: units.units.count)
            let measure = ReportedMeasure(target, asOf: asOf)
            for (id, series) in facts.reports.series(of: target.id) {
                if let unit = units.index(of: id) { measure.fill(&tracks, of: unit, from: series) }
            }
            RollUp(target, over: units).apply(to: &tracks, at: 0)
            return units.units.indices.map { tracks.last(of: $0) }
        }
        let isKnown = isKnown
        for part in parts(at: day) where part.state != .open || target.kind != .cadence {
            var unit = part.unit.flatMap(units.index) ?? UnitTree.root
            add(part, to: &values[unit])
            while let parent = units.parents[unit] {
                unit = parent
                add(part, to: &values[unit])
            }
        }
        // Where entities are looked at and there is none, none breaks the invariant.
        if target.kind == .gate, isKnown {
            for unit in values.indices where values[unit] == nil && isAsked(unit) { values[unit] = Measurement(.zero) }
        }
        return values
    }

    private func add(_ part: Part, to value: inout Measurement?) {
        if target.kind == .gate {
            let broken = part.state == .violated ? 1.0 : 0
            value = Measurement((value?.value ?? .zero) + Quantity(broken))
        } else {
            let met = part.isMet ? part.weight : 0
            value = .ratio((value?.numerator ?? 0) + met, (value?.denominator ?? 0) + part.weight) ?? value
        }
    }

    private func isAsked(_ unit: Int) -> Bool {
        unit == UnitTree.root || target.allocation[catalog.units.units[unit].id] != nil
    }

    private var isKnown: Bool {
        guard case .register(let measure) = target.source, let schema = catalog.registers[measure.register] else {
            return false
        }
        return facts.registers.holds(schema, asOf: asOf)
    }

    private func maker(at day: LocalDate) -> PartMaker { PartMaker(target, catalog, facts, asOf: asOf, at: day) }
}
