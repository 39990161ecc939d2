import Foundation
import GRDB
import TestServers
import Testing

/// A year of a small organisation, killed with SIGKILL at every write: in each week the process is killed at the first
/// write, run again, then from the same beginning at the second, and so on. Each time the week ends as it does undisturbed,
/// and so, week after week, does the year: no notice is lost, and none is written twice.
@Suite(.serialized, .inTurn) struct YearKillTests {
    /// What is compared at the end of a week.
    private struct End: Equatable {
        /// Every table, row by row.
        let ledger: [String]
        /// Every notice and receipt, and the log of alerts.
        let files: [String: String]
    }

    /// Every how many writes the process is killed: every one when asked for, some of them in a quick run.
    private static let stride = ProcessInfo.processInfo.environment["KPID_KILLS"] == "all" ? 1 : 23

    @Test func aYear() async throws {
        let year = try Year()
        var kills = 0
        var point = 0
        for week in 0..<54 {
            let begin = try year.state.copy()
            try await year.run(week, in: year.state)
            let expected = try end(of: year.state)
            #expect(try undelivered(year.state) == 0, "week \(week)")
            while true {
                point += Self.stride
                let state = try begin.copy()
                guard try await year.run(week, in: state, killedAt: point) else { break }
                kills += 1
                try await year.run(week, in: state)
                let found = try end(of: state)
                #expect(found.ledger == expected.ledger, "week \(week), killed at write \(point)")
                #expect(found.files == expected.files, "week \(week), killed at write \(point)")
            }
            point = week % Self.stride
        }
        let notices = try end(of: year.state).files.keys.filter { $0.contains("notices/") }
        print("killed \(kills) times in a year of \(notices.count) notices")
        #expect(notices.count > 20)
        #expect(kills >= (Self.stride == 1 ? 1000 : 20))
    }

    private func end(of state: State) throws -> End {
        let database = try DatabaseQueue(path: "\(state.path)/ledger.sqlite")
        let rows = try database.read { database in
            try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
                .flatMap { table in
                    try Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\"").map { "\(table): \($0)" }.sorted()
                }
        }
        var files: [String: String] = [:]
        for folder in ["notices", "letters", "accepted"] {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: "\(state.path)/\(folder)")) ?? [] {
                files["\(folder)/\(name)"] = try String(
                    contentsOfFile: "\(state.path)/\(folder)/\(name)", encoding: .utf8)
            }
        }
        for name in ["alerts.jsonl", "alerts.json", "status.json"] {
            files[name] = try String(contentsOfFile: "\(state.path)/\(name)", encoding: .utf8)
        }
        return End(ledger: rows, files: files)
    }

    private func undelivered(_ state: State) throws -> Int {
        try DatabaseQueue(path: "\(state.path)/ledger.sqlite").read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM outbox") ?? 0
        }
    }
}

/// A state directory that is gone when nobody holds it any more.
private final class State {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/kpid-year-\(UUID().uuidString)"
    }

    func copy() throws -> State {
        let other = try State()
        if FileManager.default.fileExists(atPath: path) {
            try FileManager.default.copyItem(atPath: path, toPath: other.path)
        }
        return other
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

private struct Year {
    let state: State
    private let config = Place.package.appendingPathComponent("Tests/Fixtures/year/config/kpid.yaml").path

    init() throws {
        state = try State()
    }

    /// - Returns: whether it was killed before it came to its end.
    @discardableResult
    func run(_ week: Int, in state: State, killedAt point: Int? = nil) async throws -> Bool {
        let transcript = FileManager.default.temporaryDirectory.path + "/kpid-year-\(UUID().uuidString).log"
        defer { try? FileManager.default.removeItem(atPath: transcript) }
        let program = try Program(
            "YearProbe", [config, state.path, "\(week)"],
            environment: point.map { ["KPID_FAULT_POINT": "\($0)"] } ?? [:], transcript: transcript)
        switch try await program.end() {
        case .code(0): return false
        case .signal(9) where point != nil: return true
        case let end: throw Failure("week \(week) ended with \(end): \(program.said)")
        }
    }
}
