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
        guard let stage = stages.called(part), let requirement = stages[stage].requirement else { return true }
        return sieve.number(requirement.number, cells).map { requirement.goal.isMet(by: Quantity($0)) } ?? false
    }
}

extension [Stage] {
    /// Which stage a row or a report is about: the one it names, or, where it names none, the only one there is.
    func called(_ part: String?) -> Int? {
        guard let part else { return count == 1 ? 0 : nil }
        return firstIndex { $0.id == part || $0.label.zh == part || $0.label.en == part }
    }
}
