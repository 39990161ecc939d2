import CEL

/// Counts a register's rows for a target, unit by unit.
struct RegisterTally {
    /// What a unit's rows come to. Parts are kept, because distinct things, ratios and medians cannot be added up later.
    private struct Share {
        var rows = 0
        var numerator = 0
        var distinct: Set<Cell> = []
        var numbers: [Double] = []

        mutating func add(_ other: Share) {
            rows += other.rows
            numerator += other.numerator
            distinct.formUnion(other.distinct)
            numbers += other.numbers
        }
    }

    let catalog: Catalog
    var sieve: RowSieve

    /// Each unit's value at the end of a day, parents with their children; nil where a unit has no rows and no share
    /// of the goal. Rows that name no unit belong to the root.
    mutating func measurements(at ref: LocalDate) -> [Measurement?] {
        let units = catalog.units
        var shares = [Share?](repeating: nil, count: units.units.count)
        let unitColumn = sieve.schema.unit.flatMap(sieve.schema.index)
        for cells in sieve.rows(at: ref) {
            let unit = unitColumn.flatMap { owner(cells[$0]) } ?? UnitTree.root
            shares[unit, orNew: Share()].add(share(of: cells))
        }
        for unit in units.units.indices.reversed() {
            if let parent = units.parents[unit], let share = shares[unit] {
                shares[parent, orNew: Share()].add(share)
            }
        }
        return units.units.indices.map { unit in
            let isAsked = unit == UnitTree.root || sieve.target.allocation[units.units[unit].id] != nil
            return (shares[unit] ?? (isAsked ? Share() : nil)).flatMap(measurement)
        }
    }

    private mutating func share(of cells: [Cell]) -> Share {
        let measure = sieve.measure
        var share = Share(rows: 1)
        if let distinct = sieve.distinctness(of: cells) { share.distinct = [distinct] }
        if let numerator = measure.numerator, sieve.holds(numerator, cells) { share.numerator = 1 }
        if let value = measure.value { share.numbers = sieve.number(value, cells).map { [$0] } ?? [] }
        return share
    }

    private func measurement(_ share: Share) -> Measurement? {
        let measure = sieve.measure
        if sieve.target.kind.isShare { return .ratio(Double(share.numerator), Double(share.rows)) }
        if measure.value != nil {
            // A sum of nothing is nothing; a median of nothing is not known.
            if share.numbers.isEmpty { return sieve.target.kind == .count ? Measurement(.zero) : nil }
            return measure.aggregate.of(share.numbers).map { Measurement(Quantity($0)) }
        }
        return Measurement(Quantity(Double(measure.distinct == nil ? share.rows : share.distinct.count)))
    }

    private func owner(_ cell: Cell) -> Int? {
        if case .unit(let id) = cell { catalog.units.index(of: id) } else { nil }
    }
}

extension Array {
    /// The element under an index of an array of optionals, filled in when it is nil.
    fileprivate subscript<Wrapped>(index: Int, orNew value: @autoclosure () -> Wrapped) -> Wrapped
    where Element == Wrapped? {
        get { self[index] ?? value() }
        set { self[index] = newValue }
    }
}
