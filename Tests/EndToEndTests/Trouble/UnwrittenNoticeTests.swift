import Foundation
import GRDB
import TestServers
import Testing

/// The ledger, the disk or a folder cannot be written while people are to be told. Everything is told afterwards, once,
/// and nobody has to start kpid again.
@Suite(.inTurn) struct UnwrittenNoticeTests {
    private static let north = "low/stock/north"

    /// Waits until all is well, with as many notices as there should be, each told once to both.
    private func settled(_ site: Site, _ hook: HTTPServer, _ count: Int) async throws {
        try await eventually("everything to be delivered", within: .seconds(60)) {
            try hook.requests.count >= count && site.count("outbox") == 0
        }
        #expect(hook.requests.count == count, "each was sent once, so the receiver need not know keys")
        let names = try site.listing("notices").filter { $0.hasSuffix(".json") }
        #expect(names.count == count, "\(names)")
        try await eventually("good health") { try site.health()["state"] == .text("ok") }
        try await site.settle()
    }

    @Test(.enabled(if: SmallDisk.isPossible, "mounting is not allowed here"))
    func onAFullDiskNothingIsToldAndNothingForgotten() async throws {
        let hook = try HTTPServer([.hang])
        defer { hook.stop() }
        let site = try Site.telling(.hook(hook), .files)
        let disk = try SmallDisk(at: site.state)
        let daemon = try await site.start()
        try site.report(1, north: 3, south: 12)
        try await eventually("a request that hangs") { hook.requests.count == 1 }
        try site.hide(2, north: 7, south: 7)
        try disk.fill()
        // It was sent; whether that can be written down now or not, it is not sent again.
        hook.answerWhatHangs()
        try site.show(2)
        let problem = try await eventually("the trouble to be told") {
            try site.problems().first { $0.contains("free some space on its file system") }
        }
        #expect(
            problem.contains("2021-02.csv") || problem.contains("status") || problem.contains("ledger"), "\(problem)")
        #expect(try site.ask("GET", "health").document["health"]?["state"] == .text("degraded"))
        #expect(hook.requests.count == 1, "what is not written down is not told")
        disk.empty()
        try await eventually("the second change") { hook.requests.count == 3 }
        try await settled(site, hook, 3)
        #expect(try Heard(hook.requests)[Self.north] == ["fired", "changed"])
        #expect(daemon.exit == nil)
    }

    @Test func aLockedLedgerIsWaitedOut() async throws {
        let hook = try HTTPServer([.hang])
        defer { hook.stop() }
        let site = try Site.telling(.hook(hook), .files)
        let daemon = try await site.start()
        try site.report(1, north: 3, south: 12)
        try await eventually("a request that hangs") { hook.requests.count == 1 }
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        configuration.busyMode = .timeout(10)  // the daemon may be writing just then
        let other = try DatabaseQueue(path: "\(site.state)/ledger.sqlite", configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        hook.answerWhatHangs()
        try site.report(2, north: 7, south: 7)
        try await eventually("the trouble to be told") {
            try site.problems().contains {
                $0.contains("outbox: ") && $0.contains("another process is using the ledger")
            }
        }
        try await eventually("bad health") { try site.health()["state"] == .text("degraded") }
        #expect(hook.requests.count == 1, "what is not written down is not told")
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try await eventually("the second change") { hook.requests.count == 3 }
        try await settled(site, hook, 3)
        #expect(daemon.exit == nil)
    }

    @Test func aFolderThatMayNotBeWrittenIsToldAndFilledLater() async throws {
        let hook = try HTTPServer()
        defer { hook.stop() }
        let site = try Site.telling(.hook(hook), .files)
        let daemon = try await site.start(isWeak: true)
        let folder = site.state + "/notices"
        func set(_ mode: Int) throws {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder)
        }
        // The daemon makes the folder and then gives it its mode; a mode that was taken away in between would come back.
        try await eventually("the folder, as it stays") {
            try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o2750
        }
        try set(0o2550)
        try site.report(1, north: 3, south: 3)
        let problem = try await eventually("the trouble to be told", within: .seconds(30)) {
            try site.health()["problems"]?.list.first { $0["en"]?.text?.contains("channel 'files'") == true }
        }
        #expect(problem["en"]?.text?.contains("notices: Permission denied") == true, "\(problem)")
        #expect(problem["zh"]?.text?.hasPrefix("通道“files”：") == true)
        #expect(try site.health()["state"] == .text("degraded") && hook.requests.count == 2)
        try set(0o2750)
        try await settled(site, hook, 2)
        #expect(daemon.exit == nil)
    }

    @Test func documentsThatAreTornAreWholeAgainAndNothingIsToldTwice() async throws {
        let hook = try HTTPServer()
        defer { hook.stop() }
        let site = try Site.telling(.hook(hook), .files)
        let first = try await site.start()
        try site.report(1, north: 3, south: 3)
        try await settled(site, hook, 2)
        // As a crash of the machine leaves them; and a folder lies where a document belongs.
        first.send(9)
        _ = try await first.end()
        let log = try site.read("alerts.jsonl")
        for (name, text) in [("alerts.jsonl", String(log.dropLast(20))), ("alerts.json", "{\"ale")] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(site.state)/\(name)"))
        }
        try FileManager.default.removeItem(atPath: "\(site.state)/status.json")
        try FileManager.default.createDirectory(
            atPath: "\(site.state)/status.json", withIntermediateDirectories: false)
        let second = try await site.start(every: "60s")
        try site.report(2, north: 7, south: 3)
        try await eventually("the change to be told") { hook.requests.count == 3 }
        let problem = try await eventually("the trouble to be told") { try site.problems().first }
        #expect(problem.contains("status files: ") && problem.contains("status.json"), "\(problem)")
        try FileManager.default.removeItem(atPath: "\(site.state)/status.json")
        try await settled(site, hook, 3)
        #expect(try site.read("alerts.jsonl").hasPrefix(log))
        #expect(try site.alerts().count == 2 && second.exit == nil)
    }
}
