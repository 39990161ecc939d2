import KPICore
import KPIEngine
import KPIStore

/// The daemon's writes without its decisions: takes what lies in the inbox, commits, and publishes what was committed.
/// A test kills it at every fault point, and looks whether the next run ends where it should.
@main
enum FaultProbe {
    static func main() throws {
        let state = StateDirectory(CommandLine.arguments[1])
        try state.create()
        let lock = try InstanceLock(path: state.lock)
        let ledger = try Ledger(path: state.ledger)
        try takeFiles(state, ledger)
        let contents = try ledger.load(registers: [])
        if contents.lastTransition == 0 {
            _ = try ledger.commit(Tick(alerts: [], transitions: try transitions(), evaluatedThrough: moment))
        }
        let log = try TransitionLog(path: state.alertLog)
        let missing = try ledger.transitions(after: log.lastSeq, limit: 1000)
        try log.append(missing.map { .init(seq: $0.seq, text: #"{"seq":\#($0.seq),"ref":"\#($0.transition.ref)"}"#) })
        try AtomicFile.write("\(try ledger.observations().map(\.origin.line))\n", to: state.status)
        withExtendedLifetime(lock) {}
    }

    private static func takeFiles(_ state: StateDirectory, _ ledger: Ledger) throws {
        let archive = IntakeArchive(state)
        for file in try Inbox(state, limit: 1000).scan(isSettled: true).files {
            guard let bytes = try file.open()?.all() else { continue }
            let sha256 = bytes.map { String($0, radix: 16) }.joined()
            let recorded = try ledger.record(
                Intake(
                    file: file.name, sha256: sha256, receivedAt: moment,
                    content: .reports(ReportRows(try bytes.indices.map { try observation(line: $0 + 2) })),
                    findings: [],
                    refused: 0))
            _ = try archive.settle(
                file, sha256: sha256, in: .accepted, receipt: #"{"added":\#(recorded.intake.added)}"#)
        }
    }

    private struct Unreadable: Error {}

    private static let moment = Instant(milliseconds: 0)

    private static func observation(line: Int) throws -> Observation {
        guard let period = Period("2021-06") else { throw Unreadable() }
        return Observation(
            key: .init(target: "t", unit: UnitID("u\(line)"), period: period), form: .delta, value: Quantity(1),
            valueText: "1", revision: 0, submittedAt: moment, origin: .init(file: "", line: line, sha256: ""))
    }

    private static func transitions() throws -> [Transition] {
        guard let ref = LocalDate("2021-06-30") else { throw Unreadable() }
        let identity = AlertIdentity(rule: "r", target: "t", unit: "u")
        return (1...3).map {
            Transition(
                alert: identity, episode: $0, from: .inactive, to: .firing, severityBefore: nil, severity: .info,
                at: moment, ref: ref.adding(days: $0), reason: .conditionHolds, message: Label(""), values: [])
        }
    }
}
