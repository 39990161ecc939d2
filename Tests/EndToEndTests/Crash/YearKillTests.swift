import Foundation
import GRDB
import TestServers
import Testing

/// A year of a small organisation, killed with SIGKILL at every write: on each day the process is killed at the first
/// write, run again, then from the same beginning at the second, and so on. Each time the day ends as it does undisturbed,
/// and so, day after day, does the year: no notice is lost, and none is written twice.
@Suite(.serialized, .inTurn) struct YearKillTests {
    /// What is compared at the end of a day.
    private struct End: Equatable, Sendable {
        /// Every table, row by row.
        let ledger: [String]
        /// Every notice and receipt, and the log of alerts.
        let files: [String: String]
    }

    /// Every how many writes the process is killed: `KPID_KILLS=1` is every one of some 2,800; few in a quick run.
    private static let stride = max(1, ProcessInfo.processInfo.environment["KPID_KILLS"].flatMap { Int($0) } ?? 41)

    /// How many are under way together.
    private static let width = 3

    @Test func aYear() async throws {
        let year = try Year()
        var kills = 0
        // Three days in each of 53 weeks.
        for day in 0..<159 {
            let begin = try year.state.copy()
            try await year.run(day, in: year.state)
            let expected = try end(of: year.state)
            #expect(try undelivered(year.state) == 0, "day \(day)")
            // Elsewhere each day, so that some of all writes are among those of a quick run.
            var point = 1 + day * 7 % Self.stride
            while case let killed = try await kill(on: day, of: year, from: begin, at: point, expected), killed > 0 {
                kills += killed
                point += Self.width * Self.stride
            }
        }
        let notices = try end(of: year.state).files.keys.filter { $0.contains("notices/") }
        print("killed \(kills) times in a year of \(notices.count) notices")
        #expect(notices.count > 20)
        #expect(kills >= (Self.stride <= 2 ? 1000 : 20))
    }

    /// Kills at some points at once, each from the day's beginning, and runs the day again.
    ///
    /// - Returns: at how many of them there was still something to kill.
    private func kill(
        on day: Int, of year: Year, from begin: State, at first: Int, _ expected: End
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for point in (0..<Self.width).map({ first + $0 * Self.stride }) {
                group.addTask {
                    let state = try begin.copy()
                    guard try await year.run(day, in: state, killedAt: point) else { return false }
                    try await year.run(day, in: state)
                    let found = try end(of: state)
                    #expect(found.ledger == expected.ledger, "day \(day), killed at write \(point)")
                    #expect(found.files == expected.files, "day \(day), killed at write \(point)")
                    return true
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
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
private final class State: Sendable {
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

private struct Year: Sendable {
    let state: State
    private let config = Place.package.appendingPathComponent("Tests/Fixtures/year/config/kpid.yaml").path

    init() throws {
        state = try State()
    }

    /// - Returns: whether it was killed before it came to its end.
    @discardableResult
    func run(_ day: Int, in state: State, killedAt point: Int? = nil) async throws -> Bool {
        let transcript = FileManager.default.temporaryDirectory.path + "/kpid-year-\(UUID().uuidString).log"
        defer { try? FileManager.default.removeItem(atPath: transcript) }
        let program = try Program(
            "YearProbe", [config, state.path, "\(day)"],
            environment: point.map { ["KPID_FAULT_POINT": "\($0)"] } ?? [:], transcript: transcript)
        switch try await program.end() {
        case .code(0): return false
        case .signal(9) where point != nil: return true
        case let end: throw Failure("day \(day) ended with \(end): \(program.said)")
        }
    }
}
