import KPICore

@testable import KPIStore

/// Moments of July 2021, for tests that need some.
func moment(_ text: String) -> Instant { Instant(text) ?? Instant(milliseconds: 0) }

let received = moment("2021-07-05T08:00:00Z")

func observation(
    _ target: TargetID = "talent.recruits", unit: UnitID = "370811", month: String = "2021-06", value: Double? = 3,
    revision: Int = 1, line: Int = 2, note: String = "", isRetraction: Bool = false
) throws -> Observation {
    guard let period = Period(month) else { throw UnreadableRow(table: "-", column: "period", content: month) }
    return Observation(
        key: .init(target: target, unit: unit, period: period), form: .delta, value: value.map { Quantity($0) },
        valueText: value.map { "\($0)" } ?? "", revision: revision, submittedAt: moment("2021-07-05T15:04:00+08:00"),
        submittedBy: "填报员", approvedBy: "审核员", note: note, isRetraction: isRetraction,
        origin: .init(file: "a.csv", line: line, sha256: "aa"))
}

func reports(
    _ observations: [Observation], sha256: String = "aa", file: String = "a.csv", findings: [Finding] = [],
    refused: Int = 0
) -> Intake {
    Intake(
        file: file, sha256: sha256, receivedAt: received, content: .reports(ReportRows(observations)),
        findings: findings,
        refused: refused)
}

func rejection(line: Int?) -> Finding {
    Finding(
        code: "DQ-UNIT-UNKNOWN", action: .reject, line: line, column: "unit",
        message: Label(zh: "没有单位“邹城”", en: "there is no unit 'Zoucheng'"))
}

func events(_ mode: RegisterSchema.Mode = .snapshot, columns: [RegisterSchema.Column]? = nil) -> RegisterSchema {
    RegisterSchema(
        id: "events", label: Label("events"),
        columns: columns ?? [
            .init("id", .text), .init("held_on", .date), .init("unit", .unit), .init("seats", .number),
        ],
        key: ["id"], mode: mode)
}

func event(_ id: String, day: String = "2021-03-01", unit: UnitID = "370811", seats: Cell = .number(40)) -> RegisterRow
{
    let date = LocalDate(day).map { Cell.date($0) } ?? .absent
    return RegisterRow(
        register: "events", entity: id, cells: [.text(id), date, .unit(unit), seats], recordedAt: received,
        origin: .init(file: "registers/events.csv", line: 2, sha256: "e1"))
}

func upload(_ rows: [RegisterRow], sha256: String, refused: Int = 0) -> Intake {
    Intake(
        file: "registers/events.csv", sha256: sha256, receivedAt: received, content: .register("events", rows),
        findings: [], refused: refused)
}

let behind = AlertIdentity(rule: "behind-plan", target: "talent.recruits", unit: "370831")

func alert(_ phase: AlertPhase, of identity: AlertIdentity = behind, episode: Int = 1, memory: EpisodeMemory? = nil)
    -> Alert
{
    Alert(
        identity: identity, episode: episode, phase: phase, reason: .conditionHeld,
        message: Label(zh: "落后于计划", en: "behind \"plan\"\n"),
        values: [NamedValue("value", 62), NamedValue("pace_ratio", nil), NamedValue("gap_pp", -1.9000000000000001)],
        memory: memory)
}

func transition(_ to: AlertPhase.Name = .firing, at: String = "2021-07-05T16:00:00.125Z") throws -> Transition {
    guard let ref = LocalDate("2021-06-30") else { throw UnreadableRow(table: "-", column: "ref", content: "") }
    return Transition(
        alert: behind, episode: 1, from: .pending, to: to, severityBefore: nil, severity: .warning, at: moment(at),
        ref: ref, reason: .conditionHeld, message: Label(zh: "落后", en: "behind"), values: [NamedValue("value", 62)])
}

/// What became of a file, with the rows of it that were new.
struct Taken {
    let recorded: Recorded
    let observations: [Observation]

    var intake: RecordedIntake { recorded.intake }
    var isRepetition: Bool { recorded.isRepetition }
    var registerRows: [RegisterRow] { recorded.registerRows }
}

extension Ledger {
    func take(_ intake: Intake, schema: RegisterSchema? = nil, names: FormerNames = FormerNames()) throws -> Taken {
        var observations: [Observation] = []
        let recorded = try record(intake, schema: schema, names: names) { observations.append($0) }
        return Taken(recorded: recorded, observations: observations)
    }
}
