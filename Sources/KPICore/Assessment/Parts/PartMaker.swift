/// Makes a target's parts on one day out of what happened to them.
struct PartMaker {
    let target: Target
    let catalog: Catalog
    private let facts: Facts
    private let asOf: Instant
    let day: LocalDate
    /// The day itself has gone by.
    private let isDayOver: Bool

    init(_ target: Target, _ catalog: Catalog, _ facts: Facts, asOf: Instant, at day: LocalDate) {
        (self.target, self.catalog, self.facts, self.asOf, self.day) = (target, catalog, facts, asOf, day)
        isDayOver = Assessor(catalog, facts, asOf: asOf).isOver(day, of: target)
    }

    func parts(of happenings: [Happening]) -> [Part] {
        // By amount too, so that sums do not depend on the order in which things were told.
        let happenings = happenings.sorted { ($0.day, $0.amount) < ($1.day, $1.amount) }
        switch target.composition {
        case .stages(let stages): return stages.indices.map { stage($0, of: stages, happenings) }
        case .items(let items): return items.map { item($0, happenings) }
        case .members(let members, let atLeast): return self.members(members).map { member($0, atLeast, happenings) }
        case .periods(let length, let atLeast): return periods(length, atLeast, happenings)
        case .rows, nil: return []
        }
    }

    private func stage(_ index: Int, of stages: [Stage], _ happenings: [Happening]) -> Part {
        let stage = stages[index]
        let count = Accumulation(happenings.filter { stages.called($0.part) == index && $0.isSufficient }, atLeast: 1)
        let before = stages[..<index].last { $0.due < stage.due }
        return Part(
            id: stage.id, label: stage.label, value: count.value, weight: stage.weight,
            start: before?.due.adding(days: 1) ?? target.window.first, due: stage.due, doneOn: count.reachedOn,
            state: dated(count.reachedOn, due: stage.due))
    }

    private func item(_ item: Item, _ happenings: [Happening]) -> Part {
        let about = happenings.filter { $0.isAbout(item.id, item.label) }
        let count = Accumulation(about, atLeast: item.atLeast)
        let due = item.due ?? target.due
        return Part(
            id: item.id, label: item.label, owner: item.owner, value: count.value, atLeast: item.atLeast,
            start: target.window.first, due: due, doneOn: count.reachedOn, state: dated(count.reachedOn, due: due))
    }

    private func member(_ member: Members.Member, _ atLeast: Double, _ happenings: [Happening]) -> Part {
        let about = happenings.filter { $0.isAbout(member.id, member.label) }
        let count = Accumulation(about, atLeast: atLeast)
        let state: PartState = count.reachedOn != nil ? .met : isOver(target.due) ? .overdue : .short
        return Part(
            id: member.id, label: member.label, value: count.value, atLeast: atLeast, start: target.window.first,
            due: target.due, doneOn: count.reachedOn, state: state)
    }

    private func members(_ members: Members) -> [Members.Member] {
        switch members {
        case .listed(let members): return members
        case .register(let id, let column):
            guard let schema = catalog.registers[id], let index = schema.index(of: column) else { return [] }
            let rows = facts.registers.rows(of: schema, asOf: asOf, today: catalog.timetable.date(of: asOf))
            let names = rows.filter { schema.isThere($0, at: day) }.map { $0[index].text }
            return Set(names).subtracting([""]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map {
                Members.Member(id: $0, label: Label($0))
            }
        }
    }

    /// By the day they are done, or are not.
    func dated(_ doneOn: LocalDate?, due: LocalDate?) -> PartState {
        if let doneOn { return due.map { doneOn > $0 } ?? false ? .doneLate : .done }
        return due.map(isOver) ?? false ? .overdue : .open
    }

    /// Whether a day has gone by, and with it the time to do what was due on it.
    func isOver(_ due: LocalDate) -> Bool { isDayOver ? due <= day : due < day }
}
