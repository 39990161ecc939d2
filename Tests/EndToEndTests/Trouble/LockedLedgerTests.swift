import GRDB
import TestServers
import Testing

/// Somebody else holds the ledger for a while.
@Suite(.inTurn) struct LockedLedgerTests {
    @Test func itIsToldAndWaitedOut() async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        let daemon = try await site.start()
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: "\(site.state)/ledger.sqlite", configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        try site.dropSeed(["reports/clean/2021-01.csv"])
        let problem = try await eventually("the trouble to be told") {
            let problems = try site.health()["problems"]?.list ?? []
            return problems.compactMap { $0["en"]?.text }.first { $0.contains("inbox/2021-01.csv") }
        }
        #expect(problem.contains("another process is using the ledger"), "\(problem)")
        #expect(try site.health()["state"] == .text("degraded"))
        #expect(try site.listing("inbox").contains("2021-01.csv"))
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try await site.value(of: "talent.recruits", becomes: 5)
        try await eventually("good health") { try site.health()["state"] == .text("ok") }
        #expect(daemon.exit == nil)
    }
}
