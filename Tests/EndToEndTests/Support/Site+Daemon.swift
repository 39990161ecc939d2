import Foundation
import TestServers

extension Site {
    /// Starts the daemon and waits until it has written its status.
    func start(
        every interval: String = "1s", environment: [String: String] = [:], isWeak: Bool = false
    ) async throws -> Program {
        if interval != "60s" { try edit("config/kpid.yaml", "evaluate_every: 60s", to: "evaluate_every: \(interval)") }
        let program = try kpid([], environment: environment, isWeak: isWeak)
        try await eventually("the daemon to run") {
            if let exit = program.exit { throw Failure("it ended with \(exit): \(program.said)") }
            return program.said.contains(" runs on ")
        }
        return program
    }

    func status() throws -> Json { try json("status.json") }

    /// A target's entry in `status.json`.
    func target(_ id: String) throws -> Json {
        guard let target = try status()["targets"]?.element(id) else { throw Failure("no target \(id)") }
        return target
    }

    /// The open alerts of `alerts.json`.
    func alerts() throws -> [Json] { try json("alerts.json")["alerts"]?.list ?? [] }

    /// The lines of `alerts.jsonl`.
    func transitions() throws -> [Json] { try read("alerts.jsonl").split(separator: "\n").map { try Json($0) } }

    func health() throws -> Json { try status()["health"] ?? .null }

    /// Waits until every document tells of the same moment, and the log of all that was decided: they are written one
    /// after the other.
    func settle() async throws {
        try await eventually("the documents to agree") {
            let isWhole = try json("alerts.json")["as_of"] == status()["as_of"]
            return try isWhole && transitions().count == count("transition")
        }
    }

    /// Waits until a target has a value, and all documents say so.
    func value(of target: String, becomes value: Double, within limit: Duration = .seconds(20)) async throws {
        try await eventually("\(target) to be \(value)", within: limit) {
            let now = try self.target(target)["value"]?.number
            if now == value { return true }
            throw Failure("it is \(now.map { "\($0)" } ?? "unknown")")
        }
        try await settle()
    }
}
