import CEL

/// Counts a register's rows for a target, unit by unit.
struct RegisterTally {
    /// What a unit's rows come to. Parts are kept, because distinct things and ratios cannot be added up later.
    private struct Share {
        var rows = 0
        var numerator = 0
        var distinct: Set<Cell> = []

        mutating func add(_ other: Share) {
            rows += other.rows
            numerator += other.numerator
            distinct.formUnion(other.distinct)
        }
    }

    let target: Target
    let measure: RegisterMeasure
    let schema: RegisterSchema
    let catalog: Catalog

    /// Each unit's value at the end of a day, parents with their children; nil where a unit has no rows and no share
    /// of the goal. Rows that name no unit belong to the root.
    func measurements(of rows: [[Cell]], at ref: LocalDate) -> [Measurement?] {
        let units = catalog.units
        var shares = [Share?](repeating: nil, count: units.units.count)
        let unitColumn = schema.unit.flatMap(schema.index)
        let distinctColumn = measure.distinct.flatMap(schema.index)
        var frame = Frame(measure.environment)
        frame.set(schema.columns.count, RegisterVariables.midnight(ref, catalog.timetable))
        for cells in rows where counts(cells, at: ref, in: &frame) {
            var share = Share(rows: 1)
            if let distinctColumn { share.distinct = [cells[distinctColumn]] }
            if let numerator = measure.numerator, holds(numerator, cells, in: &frame) { share.numerator = 1 }
            let unit = unitColumn.flatMap { owner(cells[$0]) } ?? UnitTree.root
            shares[unit, orNew: Share()].add(share)
        }
        for unit in units.units.indices.reversed() {
            if let parent = units.parents[unit], let share = shares[unit] {
                shares[parent, orNew: Share()].add(share)
            }
        }
        return units.units.indices.map { unit in
            let isAsked = unit == UnitTree.root || target.allocation[units.units[unit].id] != nil
            return (shares[unit] ?? (isAsked ? Share() : nil)).flatMap(measurement)
        }
    }

    private func measurement(_ share: Share) -> Measurement? {
        target.kind.isShare
            ? .ratio(Double(share.numerator), Double(share.rows))
            : Measurement(Quantity(Double(measure.distinct == nil ? share.rows : share.distinct.count)))
    }

    private func owner(_ cell: Cell) -> Int? {
        if case .unit(let id) = cell { catalog.units.index(of: id) } else { nil }
    }

    /// Whether a row is there on the day, lies in the window if it is an event, and passes the filter.
    private func counts(_ cells: [Cell], at ref: LocalDate, in frame: inout Frame) -> Bool {
        if let from = date(schema.from, cells), from.map({ $0 > ref }) ?? true { return false }
        if let to = date(schema.to, cells), let to, to <= ref { return false }
        if target.kind == .count, let dated = date(measure.dated ?? schema.from, cells) {
            guard let dated, dated <= ref, target.window.first <= dated else { return false }
        }
        guard let distinct = measure.distinct.flatMap(schema.index) else {
            return measure.filter.map { holds($0, cells, in: &frame) } ?? true
        }
        return cells[distinct] != .absent && (measure.filter.map { holds($0, cells, in: &frame) } ?? true)
    }

    /// Nil when the schema names no such column; nil inside when the cell is absent.
    private func date(_ column: String?, _ cells: [Cell]) -> LocalDate?? {
        guard let column, let index = schema.index(of: column) else { return .none }
        if case .date(let date) = cells[index] { return .some(date) }
        return .some(nil)
    }

    private func holds(_ program: Program, _ cells: [Cell], in frame: inout Frame) -> Bool {
        RegisterVariables.bind(cells, of: schema, in: &frame, timetable: catalog.timetable)
        if case .true = program.evaluateBool(&frame) { return true }
        return false
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
