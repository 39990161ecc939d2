/// A target as `status.json` tells it: the whole, then each unit.
package struct TargetStatus: Sendable, Hashable, Decodable {
    package let kind: String
    package let section: String
    package let sectionLabel: Label
    package let unitOfMeasure: String
    /// How the goal is to be met: `>=`, `<=`, `=`, `range` or `trend`.
    package let goalOp: String
    package let due: String
    package let policy: String
    /// Fields that nobody has confirmed.
    package let assumed: [String]
    /// Ids it had before.
    package let formerly: [String]
    package let edition: EditionStatus
    /// Alerts that are pending or firing, by id.
    package let alerts: [String]
    /// The editions that are closed, oldest first.
    package let past: [PastEdition]
    package let units: [SubjectStatus]
    package let whole: SubjectStatus

    private enum CodingKeys: String, CodingKey {
        case kind, section, sectionLabel, unitOfMeasure, goalOp, due, policy, assumed, formerly, edition, alerts
        case past, units
    }

    /// The edition that is in force at a moment; nil where it has not been assessed.
    init?(
        _ lineage: Lineage, _ state: EvaluationState, _ catalog: Catalog, at moment: Instant, alerts: [String]
    ) {
        func assessment(_ target: Int) -> TargetAssessment? {
            state.assessments.indices.contains(target) ? state.assessments[target] : nil
        }
        let current = catalog.inForce(lineage, at: moment)
        guard let found = assessment(current) else { return nil }
        let past = catalog.closed(lineage, at: moment).compactMap { target in
            assessment(target).map { PastEdition(catalog.targets[target], $0.whole) }
        }
        self.init(catalog.targets[current], found, lineage, past: past, alerts: alerts, catalog)
    }

    private init(
        _ target: Target, _ assessment: TargetAssessment, _ lineage: Lineage, past: [PastEdition], alerts: [String],
        _ catalog: Catalog
    ) {
        kind = target.kind.rawValue
        section = target.section.id
        sectionLabel = target.section.label
        unitOfMeasure = target.unitOfMeasure
        goalOp = target.goal.sign
        due = target.due.description
        policy = target.policy.text
        assumed = target.assumed
        formerly = lineage.formerly.map(\.text)
        edition = EditionStatus(target)
        self.alerts = alerts
        self.past = past
        let timetable = catalog.timetable
        whole = SubjectStatus(id: target.id.text, label: target.label, assessment.whole, timetable)
        units = zip(catalog.units.units, assessment.units).dropFirst().compactMap { unit, assessment in
            assessment.map { SubjectStatus(id: unit.id.text, label: unit.label, $0, timetable) }
        }
    }

    /// The whole's fields stand beside the target's own.
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        kind = try fields.decode(String.self, forKey: .kind)
        section = try fields.decode(String.self, forKey: .section)
        sectionLabel = try fields.decode(Label.self, forKey: .sectionLabel)
        unitOfMeasure = try fields.decode(String.self, forKey: .unitOfMeasure)
        goalOp = try fields.decode(String.self, forKey: .goalOp)
        due = try fields.decode(String.self, forKey: .due)
        policy = try fields.decode(String.self, forKey: .policy)
        assumed = try fields.decode([String].self, forKey: .assumed)
        formerly = try fields.decode([String].self, forKey: .formerly)
        edition = try fields.decode(EditionStatus.self, forKey: .edition)
        alerts = try fields.decode([String].self, forKey: .alerts)
        past = try fields.decode([PastEdition].self, forKey: .past)
        units = try fields.decode([SubjectStatus].self, forKey: .units)
        whole = try SubjectStatus(from: decoder)
    }

    package var json: JSON {
        .object(
            [
                JSON.Member("id", .string(whole.id)), JSON.Member("label", JSON(whole.label)),
                JSON.Member("kind", .string(kind)), JSON.Member("section", .string(section)),
                JSON.Member("section_label", JSON(sectionLabel)),
                JSON.Member("unit_of_measure", .string(unitOfMeasure)), JSON.Member("goal_op", .string(goalOp)),
                JSON.Member("due", .string(due)), JSON.Member("policy", .string(policy)),
            ] + whole.members + [
                JSON.Member("assumed", .array(assumed.map { .string($0) })),
                JSON.Member("formerly", .array(formerly.map { .string($0) })), JSON.Member("edition", edition.json),
                JSON.Member("alerts", .array(alerts.map { .string($0) })),
                JSON.Member("past", .array(past.map(\.json))),
                JSON.Member("units", .array(units.map(json(of:)))),
            ])
    }

    /// A unit has the fields that its target has, so that whoever reads one need not look at the other.
    private func json(of unit: SubjectStatus) -> JSON {
        .object(
            [
                JSON.Member("id", .string(unit.id)), JSON.Member("label", JSON(unit.label)),
                JSON.Member("kind", .string(kind)), JSON.Member("section", .string(section)),
                JSON.Member("unit_of_measure", .string(unitOfMeasure)), JSON.Member("policy", .string(policy)),
            ] + unit.members)
    }
}

extension Goal {
    package var sign: String {
        switch self {
        case .atLeast: ">="
        case .atMost: "<="
        case .exactly: "="
        case .between: "range"
        case .notFalling, .notRising: "trend"
        }
    }
}
