import Foundation

extension Site {
    /// Starts the daemon and waits until it has written its status.
    func start(every interval: String = "1s", environment: [String: String] = [:]) async throws -> Program {
        if interval != "60s" { try edit("config/kpid.yaml", "evaluate_every: 60s", to: "evaluate_every: \(interval)") }
        let program = try kpid([], environment: environment)
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

    func health() throws -> Json { try status()["health"] ?? .null }

    /// Waits until a target has a value.
    func value(of target: String, becomes value: Double, within limit: Duration = .seconds(20)) async throws {
        try await eventually("\(target) to be \(value)", within: limit) {
            let now = try self.target(target)["value"]?.number
            if now == value { return true }
            throw Failure("it is \(now.map { "\($0)" } ?? "unknown")")
        }
    }
}
