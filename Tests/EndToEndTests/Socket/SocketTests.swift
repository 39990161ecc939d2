import Foundation
import Glibc
import TestServers
import Testing

/// The daemon's socket, and those who use it wrongly.
@Suite(.inTurn) struct SocketTests {
    private func running(_ site: Site) async throws -> Program {
        try site.keep(targets: "a-unity.yaml")
        let daemon = try await site.start(every: "61s")
        try await eventually("the socket") { (try? site.ask("GET", "health").status) == 200 }
        return daemon
    }

    @Test func itTellsWhatTheFilesTell() async throws {
        let site = try Site()
        let daemon = try await running(site)
        let status = try site.ask("GET", "status").document
        #expect(status["targets"] == (try site.status())["targets"])
        #expect(status.names == (try site.status()).names)
        #expect(try site.ask("GET", "alerts").document["api_version"] == .text("kpid/v1"))
        #expect(try site.ask("GET", "health").document["health"]?["state"] == .text("ok"))
        withExtendedLifetime(daemon) {}
    }

    @Test func onlyTheGroupConnects() async throws {
        let site = try Site()
        let daemon = try await running(site)
        try await eventually("its mode") {
            let attributes = try FileManager.default.attributesOfItem(atPath: site.socket)
            return attributes[.posixPermissions] as? Int == 0o660
        }
        withExtendedLifetime(daemon) {}
    }

    @Test func whatADeadDaemonLeftIsNoObstacle() async throws {
        let site = try Site()
        let first = try await running(site)
        first.send(SIGKILL)
        _ = try await first.end()
        #expect(site.exists("kpid.sock"))
        let second = try await site.start(every: "60s")
        try await eventually("the socket") { (try? site.ask("GET", "health").status) == 200 }
        second.send(SIGTERM)
        #expect(try await second.end() == .code(0))
        #expect(!site.exists("kpid.sock"))
    }

    @Test func wrongRequestsAreAnswered() async throws {
        let site = try Site()
        let daemon = try await running(site)
        #expect(try site.ask("GET", "nothing").status == 404)
        #expect(try site.ask("POST", "acts", "{").status == 422)
        #expect(try site.ask("POST", "acts", "{}").document["error"]?["id"] == .text("bad-request"))
        #expect(try site.ask("POST", "acts/x/undo").status == 404)
        #expect(try site.ask("POST", "acts/7/undo").document["error"]?["id"] == .text("unknown-act"))
        #expect(try site.ask("POST", "channels/none/test").document["error"]?["id"] == .text("unknown-channel"))
        #expect(try site.ask("POST", "acts", String(repeating: " ", count: 70_000)).status == 413)
        let noise = try Connection(site.socket)
        noise.say("\u{1}\u{2}\u{3}\r\n\r\n")
        #expect(noise.hearAll().hasPrefix("HTTP/1.1 400"))
        #expect(daemon.exit == nil)
    }

    /// One that waits between two requests, one that never ends its own, and one that does not read the answer.
    @Test func aStopWaitsForNobody() async throws {
        let site = try Site()
        let daemon = try await running(site)
        let idle = try Connection(site.socket)
        idle.say("GET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n")
        #expect(idle.hear().hasPrefix("HTTP/1.1 200"))
        let slow = try Connection(site.socket)
        slow.say("POST /api/v1/acts HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        let headless = try Connection(site.socket)
        headless.say("GET /api")
        let deaf = try Connection(site.socket)
        deaf.say(String(repeating: "GET /api/v1/status HTTP/1.1\r\nHost: x\r\n\r\n", count: 100))
        let start = ContinuousClock.now
        daemon.send(SIGTERM)
        #expect(try await daemon.end() == .code(0))
        #expect(ContinuousClock.now - start < .seconds(10))
        withExtendedLifetime((idle, slow, headless, deaf)) {}
    }

    @Test func aPathThatIsTooLongStopsNothingElse() async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        let state = site.folder + "/" + String(repeating: "long", count: 25)
        let daemon = try Program(
            "kpid", ["run", "--config", site.config, "--state-dir", state], transcript: site.folder + "/log")
        try await eventually("what it says") {
            daemon.said.contains("kpid.sock: its path is") && daemon.said.contains("choose a shorter --state-dir")
        }
        #expect(daemon.exit == nil && FileManager.default.fileExists(atPath: state + "/status.json"))
        daemon.send(SIGTERM)
        #expect(try await daemon.end() == .code(0))
    }
}
