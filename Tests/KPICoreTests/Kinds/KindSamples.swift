import CEL

@testable import KPICore

extension Samples {
    /// Things that were done: of which part they are, whose they are, and how they were struck off. Rows of it are known
    /// from their upload.
    static let deeds = RegisterSchema(
        id: "deeds", label: Label("deeds"),
        columns: [
            .init("id", .text), .init("title", .text), .init("on", .date), .init("part", .text), .init("unit", .unit),
            .init("amount", .number), .init("due", .date), .init("done", .date), .init("owner", .text),
            .init("evidence", .text), .init("verified", .text),
        ],
        key: ["id"], title: "title", unit: "unit")

    static func deed(
        _ id: String, _ title: String? = nil, on date: String? = nil, part: String? = nil, in unit: UnitID? = nil,
        amount: Double? = nil, due: String? = nil, done: String? = nil, owner: String? = nil,
        evidence: String? = nil, verified: String? = nil, at recorded: String = "2020-12-01T00:00:00Z"
    ) -> RegisterRow {
        func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .absent }
        func stamp(_ text: String?) -> Cell { text.map { .date(day($0)) } ?? .absent }
        return RegisterRow(
            register: "deeds", entity: id,
            cells: [
                text(id), text(title), stamp(date), text(part), unit.map { .unit($0) } ?? .absent,
                amount.map { .number($0) } ?? .absent, stamp(due), stamp(done), text(owner), text(evidence),
                text(verified),
            ],
            recordedAt: moment(recorded), origin: .init(file: "registers/deeds.csv", line: 2, sha256: "00"))
    }

    /// An entity that was taken out of the register.
    static func undone(_ id: String, at recorded: String) -> RegisterRow {
        RegisterRow(
            register: "deeds", entity: id, cells: nil, recordedAt: moment(recorded),
            origin: .init(file: "registers/deeds.csv", line: 2, sha256: "00"))
    }

    static let ofDeeds = RegisterVariables.environment(of: deeds, utc)

    /// Counted from ``deeds``, dated by `on` unless something else is said.
    static func fromDeeds(
        where filter: String? = nil, numerator: String? = nil, invariant: String? = nil, value: String? = nil,
        aggregate: Aggregate = .sum, part: String? = nil, distinct: String? = nil, dated: String? = "on",
        isLive: Bool = false
    ) -> Source {
        func condition(_ text: String?) -> Program? { text.map { program($0, ofDeeds) } }
        return .register(
            RegisterMeasure(
                register: "deeds", environment: ofDeeds, filter: condition(filter), numerator: condition(numerator),
                invariant: condition(invariant), value: value.map { number($0, ofDeeds) }, aggregate: aggregate,
                part: part, distinct: distinct, dated: dated, isLive: isLive))
    }

    /// The shares that are planned by stages' own days.
    static func steps(of stages: [Stage]) -> Curve {
        let whole = stages.reduce(0) { $0 + $1.weight }
        return .steps(
            Set(stages.map(\.due)).sorted().map { due in
                Curve.Point(due, stages.filter { $0.due <= due }.reduce(0) { $0 + $1.weight } / whole)
            })
    }

    static func stage(
        _ id: String, due: String, weight: Double = 1, requirement: Stage.Requirement? = nil
    ) -> Stage {
        Stage(
            id: id, label: Label(zh: "阶段\(id)", en: "Stage \(id)"), due: day(due), weight: weight,
            requirement: requirement)
    }

    /// Judged by whether the goal holds, as gates, cadences, ranks and trends are.
    static let held = LightPolicy(id: "held", label: Label("held"), measure: .held, bands: [])
}

extension Part {
    /// `granted overdue`, with the day on which there was enough where there is one: `applied done 2021-03-30`.
    var line: String { "\(id) \(state.rawValue)" + (doneOn.map { " \($0)" } ?? "") }
}
