/// What rules may come to judge, made up from the configuration before anything is reported: targets as they are
/// without a figure, and the same halfway through, with every number known.
struct SampleSubjects {
    private let catalog: Catalog
    /// By target: as if nothing had been reported halfway through its window.
    private var silent: [Int: TargetAssessment] = [:]

    init(_ catalog: Catalog) {
        self.catalog = catalog
    }

    /// Of each kind that the rule judges, a target; one more where the rule may stumble over a target that names no
    /// owner or no tag. First what is known, then what is not.
    mutating func of(_ rule: Rule) -> [RuleSubject] {
        var seen: Set<Traits> = []
        return catalog.targets.indices.flatMap { index -> [RuleSubject] in
            let target = catalog.targets[index]
            guard rule.forEach.kindsOfParts?.contains(target.kind) ?? true, !seen.contains(Traits(target)) else {
                return []
            }
            let subjects = subjects(of: index, target, rule)
            if !subjects.isEmpty { seen.insert(Traits(target)) }
            return subjects
        }
    }

    /// What decides how a message may fail.
    private struct Traits: Hashable {
        let kind: Kind
        let hasOwner: Bool
        let hasTag: Bool

        init(_ target: Target) {
            (kind, hasOwner, hasTag) = (target.kind, !target.owners.isEmpty, !target.tags.isEmpty)
        }
    }

    private mutating func subjects(of index: Int, _ target: Target, _ rule: Rule) -> [RuleSubject] {
        let whole = assessment(of: index, target)
        let root = RuleSubject(target: target, unit: catalog.units.units[UnitTree.root], assessment: whole.whole)
        guard RuleJudge.selects(rule, target, root, catalog.timetable) else { return [] }
        switch rule.forEach {
        case .target: return pair(root)
        case .unit:
            let judged = whole.units.indices.first { $0 != UnitTree.root && whole.units[$0]?.isJudgedByUnit == true }
            guard let unit = judged, let assessment = whole.units[unit] else { return [] }
            return pair(RuleSubject(target: target, unit: catalog.units.units[unit], assessment: assessment))
        case .item, .entity, .period:
            return pair(root, whole.parts.first ?? target.firstPart)
        }
    }

    private func pair(_ unknown: RuleSubject, _ part: Part? = nil) -> [RuleSubject] {
        let known = unknown.assessment.halfway(of: unknown.target)
        return [
            RuleSubject(
                target: unknown.target, unit: unknown.unit, assessment: known,
                part: part?.known(of: unknown.target, on: known.point.ref)),
            RuleSubject(
                target: unknown.target, unit: unknown.unit, assessment: unknown.assessment, part: part?.unknown),
        ]
    }

    private mutating func assessment(of index: Int, _ target: Target) -> TargetAssessment {
        if let known = silent[index] { return known }
        let middle = target.window.first.adding(days: target.window.days / 2)
        let assessor = Assessor(
            catalog, Facts(catalog.formerNames), asOf: catalog.timetable.start(of: middle.adding(days: 1)))
        let made = assessor.assess(index, at: middle)
        silent[index] = made
        return made
    }
}

extension Assessment {
    /// The same with half of what is asked, and a number for everything that has one.
    fileprivate func halfway(of target: Target) -> Assessment {
        let end = goal?.value ?? target.goal.value ?? 1
        let start = baseline ?? 0
        let value = start + (end - start) / 2
        let figure =
            target.kind.isShare
            ? Measurement(Quantity(value), numerator: value * 20, denominator: 20) : Measurement(Quantity(value))
        return Assessment(
            point: point, measurement: figure, goal: goal, course: .sample, report: report, plan: target.plan,
            growth: growth.map { _ in .sample(towards: goal) })
    }
}

extension Target {
    /// The first that is named, or one that might be told of.
    fileprivate var firstPart: Part {
        switch composition {
        case .stages(let stages):
            if let first = stages.first { return part(first.id, first.label, due: first.due) }
        case .items(let items):
            if let first = items.first {
                return part(first.id, first.label, owner: first.owner, atLeast: first.atLeast, due: first.due)
            }
        case .members(.listed(let members), let atLeast):
            if let first = members.first { return part(first.id, first.label, atLeast: atLeast) }
        case .members(.register, _), .rows, .periods, nil: break
        }
        return part("sample", Label(zh: "示例", en: "a sample"))
    }

    private func part(
        _ id: String, _ label: Label, owner: String = "", atLeast: Double = 1, due: LocalDate? = nil
    ) -> Part {
        Part(
            id: id, label: label, owner: owner, value: 0, atLeast: atLeast, start: window.first, due: due,
            state: .open)
    }
}

extension Part {
    fileprivate func known(of target: Target, on day: LocalDate) -> Part {
        Part(
            id: id, label: label, owner: owner.isEmpty ? "A. B." : owner, unit: unit, value: atLeast / 2,
            atLeast: atLeast, weight: weight, start: start, due: due ?? target.due, doneOn: doneOn ?? day,
            state: state, needsClosing: needsClosing)
    }

    fileprivate var unknown: Part {
        Part(
            id: id, label: label, unit: unit, value: 0, atLeast: atLeast, weight: weight, start: start, state: state,
            needsClosing: needsClosing)
    }
}
