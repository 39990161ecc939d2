import Foundation
import GRDB
import KPICore
import Testing

@testable import KPIEngine
@testable import KPIStore

struct EngineTests {
    private let site: EngineSite

    init() throws {
        site = try EngineSite()
    }

    @Test func aFullLedgerKeepsFilesInTheInboxAndTakesThemLater() async throws {
        try await site.take("2021-01.csv")
        await site.engine.tick(at: EngineSite.july)
        try site.ledger.limit(pages: 1)  // no page more than it has
        try await site.take("2021-02.csv")
        await site.engine.tick(at: EngineSite.july.adding(seconds: 60))
        #expect(await site.engine.isDegraded)
        #expect(try site.problems.contains { $0.contains("2021-02.csv") && $0.contains("free some space") })
        #expect(try names(in: site.folder.state.inbox).contains("2021-02.csv"))
        #expect(try site.recruits() == 5)
        try site.ledger.limit(pages: 100_000)
        await site.look()
        await site.engine.tick(at: EngineSite.july.adding(seconds: 120))
        #expect(try site.recruits() == 9)
        #expect(try site.problems == [])
        #expect(try names(in: site.folder.state.accepted).contains("2021-02.csv"))
    }

    /// That nothing of a file could be read is an alert until one of its name is taken, and is raised once.
    @Test func aFileThatIsRefusedWholeIsAnAlertUntilItIsMended() async throws {
        let path = site.folder.state.inbox + "/units/370811/2021-06.csv"
        func put(_ text: String) async throws {
            try FileManager.default.createDirectory(
                atPath: site.folder.state.inbox + "/units/370811", withIntermediateDirectories: true)
            try site.folder.put(text, at: path)
            await site.look()
            try site.restart()  // what was not judged yet is known from the ledger
            await site.engine.tick(at: EngineSite.july)
        }
        func alerts() throws -> [String] {
            try site.ledger.transitions(after: 0, limit: 99).filter { $0.transition.alert.rule == OwnAlert.refusedFile }
                .map { "\($0.transition.alert) \($0.transition.to.rawValue) \($0.transition.reason.rawValue)" }
        }
        try await put("indicator;period\n")
        let fired = "kpid-refused-file/2021-06.csv/370811 firing file_refused"
        #expect(try alerts() == [fired])
        let message = try #require(
            try site.ledger.load(registers: []).alerts.first { $0.identity.rule == OwnAlert.refusedFile }?.message)
        #expect(
            message.en.hasPrefix("the file units/370811/2021-06.csv was refused: the column 'value' is missing"),
            "\(message)")
        try await put("nothing of use\n")
        try await put("nothing at all\n")
        #expect(try alerts() == [fired])
        try await put("indicator,unit,period,value\ntalent.recruits,370811,2021-06,3\n")
        #expect(try alerts() == [fired, "kpid-refused-file/2021-06.csv/370811 resolved file_taken"])
    }

    @Test func aTickThatCannotBeCommittedIsDecidedAgain() async throws {
        try await site.take("2021-01.csv")
        try site.ledger.limit(pages: 1)
        await site.engine.tick(at: EngineSite.july)
        #expect(await site.engine.isDegraded)
        #expect(await site.engine.evaluatedThrough == nil)
        #expect(try site.ledger.transitions(after: 0, limit: 10).isEmpty)
        try site.ledger.limit(pages: 100_000)
        await site.engine.tick(at: EngineSite.july)
        #expect(await !site.engine.isDegraded)
        let straight = try EngineSite()
        try await straight.take("2021-01.csv")
        await straight.engine.tick(at: EngineSite.july)
        #expect(try text(at: site.folder.state.alertLog) == text(at: straight.folder.state.alertLog))
    }

    /// More deadlines come, and what they change cannot be written down: what was decided before stays shown.
    @Test func targetsStayShownWhileNothingCanBeCommitted() async throws {
        func targets() throws -> Int {
            if case .array(let targets) = try site.status()["targets"] { targets.count } else { 0 }
        }
        try await site.take("2021-01.csv")
        await site.engine.tick(at: EngineSite.july)
        let before = try targets()
        try site.ledger.limit(pages: 1)
        await site.engine.tick(at: EngineSite.july.adding(seconds: 300 * 86_400))
        #expect(await site.engine.isDegraded)
        #expect(try targets() == before && before > 20)
    }

    @Test func aClockThatIsSetBackTakesNothingBack() async throws {
        try await site.take("2021-01.csv")
        await site.engine.tick(at: EngineSite.july)
        let log = try text(at: site.folder.state.alertLog)
        await site.engine.tick(at: EngineSite.july.adding(seconds: -40 * 86_400))
        #expect(await site.engine.evaluatedThrough == EngineSite.july)
        #expect(try text(at: site.folder.state.alertLog) == log)
    }

    @Test func filesAreWrittenWhenSomethingChanges() async throws {
        await site.engine.tick(at: EngineSite.july)
        let first = try FileProperties.of(site.folder.state.status)
        await site.engine.tick(at: EngineSite.july.adding(seconds: 60))
        #expect(try FileProperties.of(site.folder.state.status) == first)
        try await site.take("2021-01.csv")
        await site.engine.tick(at: EngineSite.july.adding(seconds: 120))
        #expect(try FileProperties.of(site.folder.state.status) != first)
    }

    @Test func whatSomebodyTookAwayIsWrittenAgain() async throws {
        try await site.take("2021-01.csv")
        await site.engine.tick(at: EngineSite.july)
        for path in [site.folder.state.status, site.folder.state.alerts, site.folder.state.statusText] {
            let before = try text(at: path)
            try FileManager.default.removeItem(atPath: path)
            await site.engine.tick(at: EngineSite.july.adding(seconds: 60))
            let after = try text(at: path)
            #expect(after.utf8.count == before.utf8.count && after.contains("2021-07-10"))
        }
    }

    @Test func theHistoryFollowsTheFiguresThatCome() async throws {
        func states() throws -> [String?] {
            guard case .array(let targets) = try site.status()["targets"],
                case .array(let history) = targets.first(where: { $0["id"]?.text == "talent.recruits" })?["history"]
            else { return [] }
            return history.map { $0["state"]?.text }
        }
        await site.engine.tick(at: EngineSite.july)
        #expect(try states() == [String?](repeating: "missing", count: 6))
        try await site.take("2021-01.csv")
        await site.engine.tick(at: EngineSite.july.adding(seconds: 60))
        #expect(try states() == ["missed", "missed", "missed", "missed", "missed", "missed"])
    }

    @Test func linesThatTheLogLostAreWrittenAgain() async throws {
        try await site.take("2021-01.csv")
        await site.engine.tick(at: EngineSite.july)
        let whole = try text(at: site.folder.state.alertLog)
        let half = whole.utf8.count / 2
        try folderPut(String(decoding: whole.utf8.prefix(half), as: UTF8.self))
        try site.restart()
        await site.engine.tick(at: EngineSite.july)
        #expect(try text(at: site.folder.state.alertLog) == whole)
    }

    private func folderPut(_ text: String) throws { try site.folder.put(text, at: site.folder.state.alertLog) }

    @Test func aRuleThatIsGoneEndsItsAlerts() async throws {
        try await site.take("2021-01.csv")
        await site.engine.tick(at: EngineSite.july)
        let seq = try site.ledger.load(registers: []).lastTransition
        let refusal = await site.engine.adopt(try EngineSite.shipped(without: "behind-plan"), at: EngineSite.july)
        #expect(refusal == nil)
        let ended = try site.ledger.transitions(after: seq, limit: 100).map(\.transition)
        #expect(!ended.isEmpty)
        #expect(ended.allSatisfy { $0.alert.rule == "behind-plan" && $0.reason == .ruleRemoved })
        #expect(try site.status()["health"]?["generation"]?.double == 2)
    }

    @Test func aLedgerThatCannotBeReadFailsTheReload() async throws {
        await site.engine.tick(at: EngineSite.july)
        let other = try Ledger(path: site.folder.state.ledger)
        let released = try other.write(.record) { database in
            try database.execute(sql: "DROP TABLE meta")
            return true
        }
        #expect(released)
        let refusal = await site.engine.adopt(try EngineSite.shipped(without: "behind-plan"), at: EngineSite.july)
        #expect(refusal?.contains("cannot load the ledger") == true)
        let reload = try site.status()["health"]?["last_reload"]
        #expect(reload?["ok"] == .bool(false))
        #expect(reload?["file"]?.text == site.folder.state.ledger)
        #expect(try site.status()["health"]?["generation"]?.double == 1)
        #expect(try site.status()["health"]?["fingerprint"]?.text == "shipped")
    }
}
