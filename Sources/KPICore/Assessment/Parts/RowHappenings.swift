/// Reads a register's rows as things that happened to a target's parts.
struct RowHappenings {
    private let target: Target
    private let stages: [Stage]

    init(_ target: Target) {
        self.target = target
        if case .stages(let stages) = target.composition { self.stages = stages } else { stages = [] }
    }

    func all(_ sieve: inout RowSieve, upTo day: LocalDate) -> [Happening] {
        let column = sieve.measure.part.flatMap(sieve.schema.index)
        var happenings: [Happening] = []
        for cells in sieve.rows(at: day) {
            // What has no day was there from the beginning.
            let date = sieve.date(of: cells) ?? target.window.first
            guard date <= day else { continue }
            let part = column.map { cells[$0].text }
            var amount: Double? = 1
            if let value = sieve.measure.value { amount = sieve.number(value, cells) }
            guard let amount else { continue }
            happenings.append(
                Happening(
                    part: part, day: date, amount: amount, distinctness: sieve.distinctness(of: cells),
                    isSufficient: isSufficient(part, cells, &sieve)))
        }
        return happenings
    }

    private func isSufficient(_ part: String?, _ cells: [Cell], _ sieve: inout RowSieve) -> Bool {
        guard let stage = stages.first(where: { $0.isCalled(part) }), let requirement = stage.requirement else {
            return true
        }
        return sieve.number(requirement.number, cells).map { requirement.goal.isMet(by: Quantity($0)) } ?? false
    }
}

extension Stage {
    /// Whether a row or a report that names a part is about this stage; one that names none is about any.
    func isCalled(_ part: String?) -> Bool { part.map { $0 == id || $0 == label.zh || $0 == label.en } ?? true }
}
