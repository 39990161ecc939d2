import Foundation

package import KPICore

/// Debian's Alertmanager at work on a loopback port.
package final class AlertmanagerServer {
    private let folder: TemporaryFolder
    private let port: UInt16
    private var program: RunningProgram

    package init() async throws {
        let folder = try TemporaryFolder()
        try folder.put("route:\n  receiver: none\nreceivers:\n  - name: none\n", at: "config.yml")
        self.folder = folder
        port = try Loopback.freePort()
        program = try Self.start(in: folder, port)
        try await waitUntilReady()
    }

    package var url: String { "http://127.0.0.1:\(port)" }

    package func stop() { program.stop() }

    /// As after a loss of power: what it knew is gone.
    package func restart() async throws {
        program.stop()
        program = try Self.start(in: folder, port)
        try await waitUntilReady()
    }

    /// Those that are not over, with their labels by name.
    package func alerts() async throws -> [JSON] {
        let text = try Loopback.get("/api/v2/alerts", from: port)
        guard case .array(let alerts) = JSON(parsing: text) else { throw Failure("no list: \(text)") }
        return alerts
    }

    private static func start(in folder: TemporaryFolder, _ port: UInt16) throws -> RunningProgram {
        try RunningProgram(
            DebianProgram.alertmanager.rawValue,
            [
                "--config.file=\(folder.path)/config.yml", "--storage.path=\(folder.path)/data",
                "--web.listen-address=127.0.0.1:\(port)", "--cluster.listen-address=",
            ], log: folder.path + "/log")
    }

    private func waitUntilReady() async throws {
        _ = try await eventually("the Alertmanager") {
            guard program.isRunning else { throw Failure("it ended: \(try folder.text(at: "log"))") }
            return try await alerts()
        }
    }
}
