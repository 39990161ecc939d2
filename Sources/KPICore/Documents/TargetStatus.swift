/// A target as `status.json` tells it: the whole, then each unit.
package struct TargetStatus: Sendable, Hashable, Decodable {
    package let kind: String
    package let section: String
    package let sectionLabel: Label
    package let unitOfMeasure: String
    /// How the goal is to be met: `>=`, `<=`, `=`, `range` or `trend`.
    package let goalOp: String
    /// For a range: from, to.
    package let goalRange: [Double]?
    /// For a trend: `not_falling` or `not_rising`, and over how many periods; `rising` or `falling` where the rate of it is
    /// judged.
    package let goalTrend: String?
    package let goalPeriods: Int?
    package let due: String
    package let policy: String
    /// Whether it was said how it is to be measured.
    package let measured: Bool
    /// A failure caps the grade of everything (一票否决).
    package let veto: Bool
    /// How many places there are, for a rank.
    package let outOf: Int?
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
    /// What it consists of; at a gate, those that do not pass.
    package let parts: [PartStatus]
    /// How many entities there are at a gate that counts them from a register.
    package let lookedAt: Int?
    /// The periods that were due, of the whole.
    package let history: [PeriodStatus]
    package let whole: SubjectStatus

    private enum CodingKeys: String, CodingKey {
        case kind, section, sectionLabel, unitOfMeasure, goalOp, goalRange, goalTrend, goalPeriods, due, policy
        case measured, veto, outOf, assumed, formerly, edition, alerts, past, units, parts, lookedAt, history
    }

    /// The edition that is in force at a moment; nil where it has not been assessed.
    init?(
        _ lineage: Lineage, _ state: EvaluationState, _ annexes: Annexes, _ catalog: Catalog, at moment: Instant,
        alerts: [String]
    ) {
        func assessment(_ target: Int) -> TargetAssessment? {
            state.assessments.indices.contains(target) ? state.assessments[target] : nil
        }
        let current = catalog.inForce(lineage, at: moment)
        guard let found = assessment(current) else { return nil }
        let past = catalog.closed(lineage, at: moment).compactMap { target in
            assessment(target).map { PastEdition(catalog.targets[target], $0.whole) }
        }
        self.init(catalog.targets[current], found, annexes[current], lineage, past: past, alerts: alerts, catalog)
    }

    private init(
        _ target: Target, _ assessment: TargetAssessment, _ annex: Annex?, _ lineage: Lineage, past: [PastEdition],
        alerts: [String], _ catalog: Catalog
    ) {
        kind = target.kind.rawValue
        section = target.section.id
        sectionLabel = target.section.label
        unitOfMeasure = target.unitOfMeasure
        goalOp = target.goal.sign
        goalRange = target.goal.range
        goalTrend = target.goal.trendWord
        goalPeriods = target.goal.trendPeriods
        due = target.due.description
        policy = target.policy.text
        if case .unmeasured = target.source { measured = false } else { measured = true }
        veto = target.isVeto
        outOf = target.outOf
        assumed = target.assumed
        formerly = lineage.formerly.map(\.text)
        edition = EditionStatus(target)
        self.alerts = alerts
        self.past = past
        let timetable = catalog.timetable
        let checks = annex?.crossChecks ?? [:]
        whole = SubjectStatus(
            id: target.id.text, label: target.label, assessment.whole, checks[UnitTree.root], timetable)
        units = catalog.units.units.indices.dropFirst().compactMap { index in
            let unit = catalog.units.units[index]
            return assessment.units[index].map {
                SubjectStatus(id: unit.id.text, label: unit.label, $0, checks[index], timetable)
            }
        }
        let isGate = target.kind == .gate
        parts = assessment.parts.filter { !isGate || $0.state == .violated }.map { PartStatus($0) }
        lookedAt = isGate && assessment.whole.measurement != nil && target.isCounted ? assessment.parts.count : nil
        history = annex?.history ?? []
    }

    /// The whole's fields stand beside the target's own.
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        kind = try fields.decode(String.self, forKey: .kind)
        section = try fields.decode(String.self, forKey: .section)
        sectionLabel = try fields.decode(Label.self, forKey: .sectionLabel)
        unitOfMeasure = try fields.decode(String.self, forKey: .unitOfMeasure)
        goalOp = try fields.decode(String.self, forKey: .goalOp)
        goalRange = try fields.decodeIfPresent([Double].self, forKey: .goalRange)
        goalTrend = try fields.decodeIfPresent(String.self, forKey: .goalTrend)
        goalPeriods = try fields.decodeIfPresent(Int.self, forKey: .goalPeriods)
        due = try fields.decode(String.self, forKey: .due)
        policy = try fields.decode(String.self, forKey: .policy)
        measured = try fields.decode(Bool.self, forKey: .measured)
        veto = try fields.decode(Bool.self, forKey: .veto)
        outOf = try fields.decodeIfPresent(Int.self, forKey: .outOf)
        assumed = try fields.decode([String].self, forKey: .assumed)
        formerly = try fields.decode([String].self, forKey: .formerly)
        edition = try fields.decode(EditionStatus.self, forKey: .edition)
        alerts = try fields.decode([String].self, forKey: .alerts)
        past = try fields.decode([PastEdition].self, forKey: .past)
        units = try fields.decode([SubjectStatus].self, forKey: .units)
        parts = try fields.decode([PartStatus].self, forKey: .parts)
        lookedAt = try fields.decodeIfPresent(Int.self, forKey: .lookedAt)
        history = try fields.decode([PeriodStatus].self, forKey: .history)
        whole = try SubjectStatus(from: decoder)
    }

    package var json: JSON {
        .object(
            [
                JSON.Member("id", .string(whole.id)), JSON.Member("label", JSON(whole.label)),
                JSON.Member("kind", .string(kind)), JSON.Member("section", .string(section)),
                JSON.Member("section_label", JSON(sectionLabel)),
                JSON.Member("unit_of_measure", .string(unitOfMeasure)), JSON.Member("goal_op", .string(goalOp)),
                JSON.Member("goal_range", goalRange.map { .array($0.map { JSON($0) }) } ?? .null),
                JSON.Member("goal_trend", JSON(goalTrend)), JSON.Member("goal_periods", JSON(goalPeriods)),
                JSON.Member("due", .string(due)), JSON.Member("policy", .string(policy)),
                JSON.Member("measured", .bool(measured)), JSON.Member("veto", .bool(veto)),
                JSON.Member("out_of", JSON(outOf)),
            ] + whole.members + [
                JSON.Member("assumed", .array(assumed.map { .string($0) })),
                JSON.Member("formerly", .array(formerly.map { .string($0) })), JSON.Member("edition", edition.json),
                JSON.Member("alerts", .array(alerts.map { .string($0) })),
                JSON.Member("past", .array(past.map(\.json))),
                JSON.Member("units", .array(units.map(json(of:)))), JSON.Member("parts", .array(parts.map(\.json))),
                JSON.Member("looked_at", JSON(lookedAt)), JSON.Member("history", .array(history.map(\.json))),
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
        case .notFalling, .notRising, .rising, .falling: "trend"
        }
    }

    fileprivate var range: [Double]? {
        if case .between(let low, let high) = self { [low, high] } else { nil }
    }

    fileprivate var trendWord: String? {
        switch self {
        case .notFalling: "not_falling"
        case .notRising: "not_rising"
        case .rising: "rising"
        case .falling: "falling"
        case .atLeast, .atMost, .exactly, .between: nil
        }
    }
}
