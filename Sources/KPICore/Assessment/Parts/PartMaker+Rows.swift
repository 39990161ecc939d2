extension PartMaker {
    /// A checklist of which each row is an item.
    func parts(ofRows columns: ItemColumns, _ sieve: inout RowSieve) -> [Part] {
        let reader = ItemReader(columns, sieve.schema, target)
        return sieve.rows(at: day).map { cells in
            let doneOn = reader.doneOn(cells).flatMap { $0 <= day ? $0 : nil }
            let due = reader.due(cells)
            let isClosed = doneOn != nil && reader.isClosed(cells)
            return Part(
                id: sieve.schema.name(of: cells), label: Label(reader.title(cells)), owner: reader.owner(cells),
                unit: sieve.schema.owner(of: cells), value: doneOn == nil ? 0 : 1, start: target.window.first, due: due,
                doneOn: doneOn, state: isClosed && reader.needsClosing ? .closed : dated(doneOn, due: due),
                needsClosing: reader.needsClosing)
        }.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    /// The entities that pass a gate, or do not.
    func entities(_ sieve: inout RowSieve) -> [Part] {
        var parts: [Part] = []
        for cells in sieve.rows(at: day) {
            let holds = sieve.measure.invariant.map { sieve.holds($0, cells) } ?? true
            let name = sieve.schema.name(of: cells)
            let title = sieve.schema.title.flatMap(sieve.schema.index).map { cells[$0].text } ?? name
            parts.append(
                Part(
                    id: name, label: Label(title.isEmpty ? name : title), unit: sieve.schema.owner(of: cells),
                    value: holds ? 1 : 0, start: sieve.date(of: cells) ?? target.window.first,
                    state: holds ? .met : .violated))
        }
        return parts.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }
}

extension RegisterSchema {
    /// The unit that an entity belongs to; nil: none in particular.
    fileprivate func owner(of cells: [Cell]) -> UnitID? {
        if let unit = unit.flatMap(index), case .unit(let id) = cells[unit] { id } else { nil }
    }
}
