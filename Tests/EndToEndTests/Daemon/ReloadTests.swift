import Foundation
import Glibc
import TestServers
import Testing

/// The configuration is edited while the daemon runs.
@Suite(.inTurn) struct ReloadTests {
    private static let targets = "config/targets/a-unity.yaml"
    private static let goal = "goal: {at_least: 130, due: 2021-12-31}"
    /// A file, what is right in it, a typo, and where the mistake is told.
    private static let typos: [(file: String, right: String, wrong: String)] = [
        (
            targets, "kind: count\n    unit_of_measure: 个\n    goal: {at_least: 12",
            "kind: cuont\n    unit_of_measure: 个\n    goal: {at_least: 12"
        ),
        ("rules/pace.yaml", "warning: pace_ratio < 0.85", "warning: pace_ration < 0.85"),
        ("config/units.yaml", "level: city", "levle: city"),
    ]

    private func running() async throws -> (site: Site, daemon: Program) {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        return (site, try await site.start())
    }

    private func place(of typo: (file: String, right: String, wrong: String), in site: Site) throws -> (Int, Int) {
        let text = try site.configuration(typo.file)
        let words = try #require(typo.wrong.split(separator: "\n").first)
        let line = try #require(
            text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(words) })
        let row = text.split(separator: "\n", omittingEmptySubsequences: false)[line]
        let wrong = try #require(["cuont", "pace_ration", "levle"].first { words.contains($0) })
        let column = try #require(row.range(of: wrong)).lowerBound
        return (line + 1, row.distance(from: row.startIndex, to: column) + 1)
    }

    @Test func anEditedGoalIsFollowed() async throws {
        let (site, daemon) = try await running()
        #expect(try site.health()["generation"] == .number(1))
        try site.edit(Self.targets, Self.goal, to: "goal: {at_least: 200, due: 2021-12-31}")
        daemon.send(SIGHUP)
        try await eventually("the new goal") { try site.target("talent.recruits")["goal"] == .number(200) }
        #expect(try site.health()["generation"] == .number(2))
        #expect(try site.health()["last_reload"]?["ok"] == .bool(true))
        #expect(try site.health()["files_differ"] == .bool(false))
    }

    @Test(arguments: 0..<3) func aTypoKeepsTheOldConfigurationRunning(number: Int) async throws {
        let (site, daemon) = try await running()
        let typo = Self.typos[number]
        try site.edit(typo.file, typo.right, to: typo.wrong)
        daemon.send(SIGHUP)
        let reload = try await eventually("the failed reload") {
            let reload = try site.health()["last_reload"]
            return reload?["ok"] == .bool(false) ? reload : nil
        }
        let (line, column) = try place(of: typo, in: site)
        #expect(reload["file"]?.text?.hasSuffix(typo.file) == true)
        #expect(reload["line"] == .number(Double(line)))
        #expect(reload["column"] == .number(Double(column)))
        #expect(try site.health()["state"] == .text("degraded"))
        #expect(try site.health()["generation"] == .number(1))
        try await eventually("files_differ") { try site.health()["files_differ"] == .bool(true) }
        // It goes on, and figures still follow files.
        try site.dropSeed(["reports/clean/2021-01.csv"])
        try await site.value(of: "talent.recruits", becomes: 5)
        #expect(try site.target("talent.recruits")["goal"] == .number(130))
        #expect(daemon.exit == nil)

        try site.edit(typo.file, typo.wrong, to: typo.right)
        daemon.send(SIGHUP)
        try await eventually("the mended configuration") { try site.health()["generation"] == .number(2) }
        #expect(try site.health()["state"] == .text("ok"))
        #expect(try site.health()["last_reload"]?["mistakes"] == .list([]))
    }

    @Test func threeTyposAreToldAtOnce() async throws {
        let (site, daemon) = try await running()
        for typo in Self.typos { try site.edit(typo.file, typo.right, to: typo.wrong) }
        daemon.send(SIGHUP)
        let mistakes = try await eventually("the mistakes") {
            let mistakes = try site.health()["last_reload"]?["mistakes"]?.list ?? []
            return mistakes.isEmpty ? nil : mistakes
        }
        for typo in Self.typos {
            let (line, column) = try place(of: typo, in: site)
            #expect(
                mistakes.contains {
                    $0["file"]?.text?.hasSuffix(typo.file) == true && $0["line"] == .number(Double(line))
                        && $0["column"] == .number(Double(column)) && $0["id"]?.text != nil
                        && $0["message"]?.text != nil
                }, "\(typo.file):\(line):\(column) is not among \(mistakes)")
        }
        #expect(daemon.exit == nil)
    }

    @Test func editedFilesAreNoticedWithoutAReload() async throws {
        let site = try Site()
        // Not only when it evaluates.
        let daemon = try await site.start(every: "3600s")
        #expect(try site.health()["files_differ"] == .bool(false))
        try site.edit(Self.targets, Self.goal, to: "goal: {at_least: 200, due: 2021-12-31}")
        try await eventually("files_differ") { try site.health()["files_differ"] == .bool(true) }
        #expect(try site.target("talent.recruits")["goal"] == .number(130))
        try site.edit(Self.targets, "goal: {at_least: 200, due: 2021-12-31}", to: Self.goal)
        try await eventually("files_differ to end") { try site.health()["files_differ"] == .bool(false) }
        withExtendedLifetime(daemon) {}
    }

    @Test func theIntervalFollowsToo() async throws {
        let site = try Site()
        let daemon = try await site.start(every: "3600s")
        try site.edit("config/kpid.yaml", "evaluate_every: 3600s", to: "evaluate_every: 1s")
        daemon.send(SIGHUP)
        try await eventually("the reload") { try site.health()["generation"] == .number(2) }
        // A document that is gone is written again when kpid evaluates.
        try FileManager.default.removeItem(atPath: site.state + "/status.txt")
        try await eventually("status.txt to be back") { site.exists("status.txt") }
    }

    @Test func anAlertEndsWithItsRule() async throws {
        let site = try Site()
        // Its awards were due within the year, and nobody got one.
        try site.keep(targets: "b-service.yaml")
        let daemon = try await site.start()
        let rules = try site.configuration("rules/pace.yaml")
        let overdue = try #require(rules.range(of: "  - id: overdue\n")).lowerBound
        let next = try #require(rules.range(of: "  - id: fell-back\n")).lowerBound
        #expect(try site.alerts().contains { $0["rule"] == .text("overdue") })
        try site.edit("rules/pace.yaml", String(rules[overdue..<next]), to: "")
        daemon.send(SIGHUP)
        try await eventually("the end of its alerts") {
            try !site.alerts().contains { $0["rule"] == .text("overdue") }
        }
        try await site.settle()
        let last = try #require(try site.transitions().last { $0["rule"] == .text("overdue") })
        #expect(last["to"] == .text("resolved"))
        #expect(last["reason"]?["id"] == .text("rule_removed"))
    }

    @Test func aChangedWaitOrMessageKeepsAlertsAsTheyAre() async throws {
        let (site, daemon) = try await running()
        try site.dropSeed(["reports/clean/2021-01.csv"])
        try await site.value(of: "talent.recruits", becomes: 5)
        let before = try site.alerts().filter { $0["rule"] == .text("behind-plan") }
        let log = try site.transitions().count
        #expect(before.contains { $0["state"] == .text("firing") })
        try site.edit("rules/pace.yaml", "for: 2 periods", to: "for: 3 periods")
        try site.edit("rules/pace.yaml", "days behind\"", to: "days late\"")
        daemon.send(SIGHUP)
        try await eventually("the reload") { try site.health()["generation"] == .number(2) }
        let after = try await eventually("the new words") {
            let alerts = try site.alerts().filter { $0["rule"] == .text("behind-plan") }
            return alerts.allSatisfy { $0["message"]?["en"]?.text?.contains("days late") == true } ? alerts : nil
        }
        try await site.settle()
        for name in ["id", "state", "severity", "since", "episode", "reason"] {
            #expect(after.map { $0[name] } == before.map { $0[name] }, "\(name)")
        }
        #expect(try site.transitions().count == log)
    }
}
