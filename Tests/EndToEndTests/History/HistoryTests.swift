import Foundation
import GRDB
import Glibc
import Testing

/// What `kpictl history` tells from the ledger.
@Suite(.inTurn) struct HistoryTests {
    private func seeded() async throws -> Site {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        try site.tellNobody()
        try site.dropSeed(["reports/clean/2021-01.csv", "reports/clean/2021-02.csv"])
        try await site.once(asOf: "2021-07-10T09:00:00+08:00")
        return site
    }

    private func lines(_ site: Site, _ arguments: [String]) async throws -> [String] {
        let (exit, said) = try await site.kpictl(["history", "--language", "en"] + arguments)
        #expect(exit == .code(0), "\(said)")
        return said.split(separator: "\n").map(String.init)
    }

    @Test func everyLineOfTheLogIsInTheHistory() async throws {
        let site = try await seeded()
        let log = try site.transitions()
        let told = try await lines(site, ["-o", "ndjson"]).map { try Json($0) }
        #expect(!log.isEmpty && told.map { $0["seq"] } == log.map { $0["seq"] })
        #expect(told.map { $0["at"] } == log.map { $0["at"] }, "by the organisation's clocks")
        #expect(told.map { $0["alert"]?["id"] } == log.map { $0["id"] })
        #expect(told.allSatisfy { $0["kind"] == .text("transition") })
        #expect(try await lines(site, []).count == log.count)
    }

    /// What was sent, and what came of it, stands beside the transitions.
    @Test func noticesAndDeliveriesAreInTheHistory() async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        try site.dropSeed(["reports/clean/2021-01.csv"])
        try await site.once(asOf: "2021-07-10T09:00:00+08:00")
        let kinds = try await lines(site, ["-o", "ndjson"]).map { try Json($0)["kind"]?.text }
        #expect(try kinds.count { $0 == "notice" } == site.listing("notices").count)
        #expect(kinds.count { $0 == "delivery" } == kinds.count { $0 == "notice" } && kinds.contains("transition"))
    }

    @Test func anAlertIsFoundByAPartOfItsName() async throws {
        let site = try await seeded()
        let log = try site.transitions()
        let names = Set(log.compactMap { $0["id"]?.text })
        let name = try #require(names.sorted().first { name in !names.contains { $0 != name && $0.contains(name) } })
        let own = try await lines(site, [name])
        #expect(own.count == log.count { $0["id"]?.text == name })
        #expect(try await lines(site, [name, "--limit", "1"]) == own.suffix(1))
        #expect(try await lines(site, [name, "--since", "2999-01-01"]) == ["nothing is recorded."])
        let (several, list) = try await site.kpictl(["history", "talent.recruits", "--language", "en"])
        #expect(several == .code(2) && list.contains("\n  \(name)\n") || !name.contains("talent.recruits"), "\(list)")
        let (none, hint) = try await site.kpictl(["history", name + "x", "--language", "en"])
        #expect(none == .code(4) && hint.contains("did you mean '\(name)'?"), "\(hint)")
        let (_, word) = try await site.kpictl(["history", "recuits", "--language", "en"])
        #expect(word.contains("did you mean 'recruits'?"), "\(word)")
    }

    @Test func itIsToldBesideTheDaemonAndAfterIt() async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        try site.tellNobody()
        let daemon = try await site.start(every: "3600s")
        try await site.settle()
        let beside = try await lines(site, [])
        daemon.send(SIGTERM)
        _ = try await daemon.end()
        #expect(try await lines(site, []) == beside)
        #expect(beside.count == (try site.count("transition")))
    }

    /// One of the group may read the folder and what is in it, and create nothing there.
    @Test(.enabled(if: geteuid() == 0)) func readingIsEnough() async throws {
        let site = try await seeded()
        let other = "65534"
        func asAnother() throws -> Program {
            let arguments = ["history", "--language", "en", "--state-dir", site.state]
            return try Program(
                "/usr/bin/setpriv",
                ["--reuid=\(other)", "--regid=\(other)", "--clear-groups", Place.program("kpictl")] + arguments,
                transcript: "\(site.folder)/log-\(UUID().uuidString)")
        }
        for name in try ["."] + site.listing("").filter({ !$0.contains("/") }) {
            let isFolder = name == "." || !name.contains(".")
            try FileManager.default.setAttributes(
                [.posixPermissions: isFolder ? 0o755 : 0o644], ofItemAtPath: "\(site.state)/\(name)")
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: site.folder)
        let reading = try asAnother()
        #expect(try await reading.end() == .code(0), "\(reading.said)")
        #expect(reading.said.split(separator: "\n").count == (try site.transitions().count))
        for suffix in ["-wal", "-shm"] { unsafe unlink("\(site.state)/ledger.sqlite\(suffix)") }
        let stuck = try asAnother()
        #expect(try await stuck.end() == .code(5))
        #expect(stuck.said.contains("try again while kpid runs"), "\(stuck.said)")
        unsafe chmod("\(site.state)/ledger.sqlite", 0o600)
        let forbidden = try asAnother()
        #expect(try await forbidden.end() == .code(5))
        #expect(forbidden.said.contains("group kpid"), "\(forbidden.said)")
    }

    @Test func whatCannotBeReadIsSaid() async throws {
        let site = try Site()
        let (none, said) = try await site.kpictl(["history", "--language", "en"])
        #expect(none == .code(5) && said.contains("there is no ledger in"), "\(said)")
        let (usage, word) = try await site.kpictl(["history", "--since", "yesterday"])
        #expect(usage == .code(2) && word.contains("'yesterday' is no moment"), "\(word)")
        let damaged = try await seeded()
        try await DatabaseQueue(path: "\(damaged.state)/ledger.sqlite").write { database in
            try database.execute(
                sql: "DROP TRIGGER transition_no_update; UPDATE transition SET at = 'then' WHERE seq = 1")
        }
        let (broken, complaint) = try await damaged.kpictl(["history", "--language", "en"])
        #expect(broken == .code(1) && complaint.contains("table transition, column at"), "\(complaint)")
    }
}
