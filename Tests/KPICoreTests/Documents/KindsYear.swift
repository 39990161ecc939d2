import CEL
import Diagnostics

@testable import KPICore

/// Half a year of an organisation with a target of every kind, for what people see of them.
enum KindsYear {
    static let asOf = moment("2021-07-10T09:00:00Z")

    static let catalog = Catalog(
        organisation: Label(zh: "样例协会", en: "Sample Association"), timetable: Samples.utc, units: units,
        targets: numbers + composed, policies: [Samples.pace.id: Samples.pace, held.id: held], rules: [],
        registers: Dictionary(uniqueKeysWithValues: schemas.map { ($0.id, $0) }), reporting: Samples.reporting)

    /// As of the usual moment; made once for all who only read it.
    static let document = document(asOf: asOf)

    static func document(asOf: Instant) -> StatusDocument {
        let state = Evaluator(catalog, facts).advance(EvaluationState(), to: asOf).state
        let health = Health(
            generation: 1, fingerprint: "00",
            lastReload: .init(at: "2021-07-10T08:00:00+00:00", ok: true, mistakes: []),
            lastCommit: "2021-07-10T09:00:00+00:00")
        return StatusDocument(state, catalog, facts, asOf: asOf, health: health)
    }

    static let facts = Samples.facts(reports, rows)

    private static let held = LightPolicy(id: "threshold", label: Label("threshold"), measure: .held, bands: [])

    private static let units = Samples.tree([
        Unit(id: "city", parent: nil, label: Label(zh: "全市", en: "City")),
        Unit(id: "north", parent: "city", label: Label(zh: "城北区", en: "North District")),
        Unit(id: "south", parent: "city", label: Label(zh: "城南区", en: "South District")),
    ])

    private static func target(
        _ id: TargetID, zh: String, en: String, section: Target.Section, _ kind: Kind, unit: String = "", goal: Goal,
        baseline: Double? = 0, direction: Direction = .increase, curve: Curve = .linear(.days),
        allocation: [UnitID: Double] = [:], frequency: Frequency = .every(.month), form: Form = .delta,
        source: Source = .reports, composition: Composition? = nil, reporters: [UnitID] = [],
        policy: PolicyID = "pace", isVeto: Bool = false, outOf: Int? = nil
    ) -> Target {
        Target(
            id: id, label: Label(zh: zh, en: en), section: section, kind: kind, unitOfMeasure: unit,
            direction: direction, baseline: baseline, goal: goal, window: Samples.year, plan: Samples.plan(curve),
            allocation: allocation, frequency: frequency, deadline: Samples.deadline, form: form, source: source,
            composition: composition, reporters: reporters, policy: policy, isVeto: isVeto, outOf: outOf)
    }

    // MARK: Targets that are one number

    private static let figures = Target.Section(id: "A", label: Label(zh: "数量", en: "Figures"))

    private static let numbers = [
        target(
            "recruits", zh: "引进科技人才", en: "Talent recruited", section: figures, .count, unit: "人",
            goal: .atLeast(120), allocation: ["north": 60, "south": 60], reporters: ["north", "south"]),
        target(
            "coverage", zh: "党组织覆盖率", en: "Party-organisation coverage", section: figures, .ratio, unit: "%",
            goal: .atLeast(1), baseline: 0.77, form: .level, reporters: ["city"]),
        target(
            "stock", zh: "人才资源规模", en: "Stock of talent", section: figures, .level, unit: "人",
            goal: .notFalling(periods: 2), baseline: nil, frequency: .every(.quarter), form: .level,
            reporters: ["city"], policy: "threshold"),
        target(
            "staff", zh: "在岗人数", en: "Staff on duty", section: figures, .level, unit: "人", goal: .between(8, 12),
            baseline: nil, form: .level, reporters: ["city"], policy: "threshold"),
        target(
            "rank", zh: "全省位次", en: "Rank in the province", section: figures, .rank, unit: "位", goal: .atMost(3),
            baseline: nil, direction: .decrease, frequency: .every(.quarter), form: .level, reporters: ["city"],
            policy: "threshold", outOf: 16),
        target(
            "curiosity", zh: "“好奇心”工程", en: "Curiosity programme", section: figures, .milestone, goal: .atLeast(1),
            frequency: .event, source: .unmeasured),
    ]

    // MARK: Targets with parts

    private static let parts = Target.Section(id: "B", label: Label(zh: "组成", en: "Parts"))

    private static let composed = [
        target(
            "base", zh: "协同创新基地", en: "Co-innovation base", section: parts, .milestone, goal: .atLeast(1),
            curve: .steps([
                .init(day("2021-04-30"), 0.25), .init(day("2021-06-30"), 0.5), .init(day("2021-12-31"), 1),
            ]), frequency: .event, source: register("steps", part: "stage"),
            composition: .stages([
                Stage(id: "apply", label: Label(zh: "申报", en: "Application"), due: day("2021-04-30")),
                Stage(id: "accept", label: Label(zh: "受理", en: "Acceptance"), due: day("2021-06-30")),
                Stage(id: "grant", label: Label(zh: "获批", en: "Approval"), due: day("2021-12-31"), weight: 2),
            ])),
        target(
            "gate", zh: "新建学会党建前置", en: "Precondition of new societies", section: parts, .gate,
            goal: .atMost(0), baseline: nil, direction: .decrease, frequency: .event,
            source: register("societies", invariant: "checked <= opened"), policy: "threshold", isVeto: true),
        target(
            "meetings", zh: "党建工作会议", en: "Party-work meetings", section: parts, .cadence, goal: .atLeast(1),
            baseline: nil, frequency: .every(.quarter), source: register("meetings"),
            composition: .periods(.quarter, atLeast: 1), policy: "threshold"),
        target(
            "measures", zh: "金桥行动举措", en: "Golden Bridge measures", section: parts, .checklist,
            goal: .atLeast(1), frequency: .event, source: register("measures"),
            composition: .rows(
                ItemColumns(
                    title: "title", due: "due", done: "done", owner: "owner", evidence: "evidence",
                    verifiedBy: "verified_by"))),
        target(
            "study", zh: "传达学习", en: "Study sessions", section: parts, .checklist, goal: .atLeast(1),
            frequency: .event, source: register("sessions", part: "channel"),
            composition: .items([
                Item(id: "committee", label: Label(zh: "常委会", en: "Committee"), atLeast: 4, owner: "办公室"),
                Item(id: "training", label: Label(zh: "培训班", en: "Training course"), atLeast: 2),
            ])),
        target(
            "reach", zh: "县区对接覆盖", en: "Counties reached", section: parts, .coverage, goal: .atLeast(1),
            frequency: .event, source: register("sessions", part: "county"),
            composition: .members(
                .listed(
                    ["汶上县", "兖州区", "梁山县"].map { .init(id: $0, label: Label($0)) }), atLeast: 2)),
    ]

    private static func register(_ id: RegisterID, part: String? = nil, invariant: String? = nil) -> Source {
        let environment = RegisterVariables.environment(of: schema(id), Samples.utc)
        return .register(
            RegisterMeasure(
                register: id, environment: environment, invariant: invariant.map { Samples.program($0, environment) },
                part: part))
    }
}

extension KindsYear {
    // MARK: Registers

    private static let columns: [(RegisterID, from: String?, [RegisterSchema.Column])] = [
        ("steps", "done", [.init("id", .text), .init("stage", .text), .init("done", .date)]),
        (
            "societies", "opened",
            [.init("id", .text), .init("title", .text), .init("opened", .date), .init("checked", .date)]
        ),
        ("meetings", "held", [.init("id", .text), .init("held", .date)]),
        (
            "measures", nil,
            [
                .init("id", .text), .init("title", .text), .init("owner", .text), .init("due", .date),
                .init("done", .date), .init("evidence", .text), .init("verified_by", .text),
            ]
        ),
        (
            "sessions", "held",
            [.init("id", .text), .init("channel", .text), .init("county", .text), .init("held", .date)]
        ),
    ]

    private static let schemas = columns.map { schema($0.0) }

    static func schema(_ id: RegisterID) -> RegisterSchema {
        guard let found = columns.first(where: { $0.0 == id }) else { preconditionFailure("no register \(id)") }
        let isTitled = found.2.contains { $0.name == "title" }
        return RegisterSchema(
            id: id, label: Label(id.text), columns: found.2, key: ["id"], title: isTitled ? "title" : nil,
            from: found.from, knownFrom: found.from.map { .column($0) } ?? .upload)
    }

    static func row(
        _ register: RegisterID, _ cells: String..., at recorded: String = "2021-01-04T00:00:00Z"
    ) -> RegisterRow {
        let columns = schema(register).columns
        return RegisterRow(
            register: register, entity: cells[0],
            cells: zip(columns, cells).map { column, text in
                text.isEmpty ? .absent : column.type == .date ? .date(day(text)) : .text(text)
            },
            recordedAt: moment(recorded), origin: .init(file: "\(register).csv", line: 2, sha256: "00"))
    }

    private static let rows = [
        row("steps", "S1", "申报", "2021-04-20"), row("steps", "S2", "accept", "2021-07-05"),
        row("societies", "X1", "青年学会", "2021-02-10", "2021-02-01"),
        row("societies", "X2", "农机学会", "2021-05-20", "2021-06-01"),
        row("meetings", "M1", "2021-04-10"), row("meetings", "M2", "2021-06-10"),
        row("measures", "M01", "开放实验室", "人才办", "2021-03-28", "2021-03-28", "ev/1.pdf", "审核员"),
        row("measures", "M02", "走访企业", "学会部", "2021-05-28", "2021-06-10", "ev/2.pdf", "审核员"),
        row("measures", "M03", "组建专家团", "学会部", "2021-06-20", "2021-06-18", "ev/3.pdf", ""),
        row("measures", "M04", "发布需求清单", "信息中心", "2021-06-25", "", "", ""),
        row("measures", "M05", "年度总结", "办公室", "2021-12-20", "", "", ""),
        row("sessions", "T1", "常委会", "汶上县", "2021-01-15"), row("sessions", "T2", "committee", "兖州区", "2021-02-20"),
        row("sessions", "T3", "常委会", "汶上县", "2021-05-08"), row("sessions", "T4", "training", "梁山县", "2021-03-03"),
        row("sessions", "T5", "training", "兖州区", "2021-06-16"),
    ]

    // MARK: Reports

    private static func report(
        _ target: TargetID, _ unit: UnitID, _ period: String, _ value: Double?, _ form: Form = .delta,
        of parts: (numerator: Double, denominator: Double)? = nil, revision: Int = 1, at: String? = nil
    ) -> Observation {
        let due = Samples.utc.due(KPICoreTests.period(period), by: Samples.deadline)
        return Samples.report(
            target, from: unit, on: period, value, form: form, of: parts, revision: revision,
            at: at ?? due.adding(seconds: -86_400).stamp(in: .utc))
    }

    private static let reports =
        [(10.0, 0.0), (2, 4), (8, 12), (4, 3), (2, 6), (4, 5)].enumerated().flatMap { month, values in
            [
                report("recruits", "north", "2021-0\(month + 1)", values.0),
                report("recruits", "south", "2021-0\(month + 1)", values.1),
            ]
        } + [
            report("recruits", "north", "2021-05", 8, revision: 2, at: "2021-06-20T08:00:00Z"),
            report("recruits", "city", "2021-06", 70, .cumulative),
            report("coverage", "city", "2021-03", nil, .level, of: (42, 52)),
            report("coverage", "city", "2021-06", nil, .level, of: (48, 53)),
            report("stock", "city", "2021Q1", 860, .level), report("stock", "city", "2021Q2", 871, .level),
            report("staff", "city", "2021-06", 13, .level),
            report("rank", "city", "2021Q1", 5, .level), report("rank", "city", "2021Q2", 3, .level),
        ]
}
