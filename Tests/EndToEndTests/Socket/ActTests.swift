import Foundation
import Glibc
import TestServers
import Testing

/// What operators do about alerts, with kpictl and a daemon that runs.
@Suite(.inTurn) struct ActTests {
    private var account: String { NSUserName() }

    private func acts(_ site: Site, _ more: [String] = []) async throws -> [Json] {
        let (exit, said) = try await site.kpictl(["acts", "-o", "json"] + more)
        guard exit == .code(0) else { throw Failure("kpictl acts: \(said)") }
        return try Json(said)["acts"]?.list ?? []
    }

    @Test func anAcknowledgementOutlivesTheDaemon() async throws {
        let site = try Site()
        let daemon = try await site.startWithAlerts()
        let alert = try #require(try site.alerts().first { $0["rule"] == .text("overdue") }?["id"]?.text)
        let (exit, said) = try await site.kpictl(["ack", alert, "--for", "5 working days", "--comment", "已联系县科协"])
        #expect(exit == .code(0), "\(said)")
        #expect(said.contains("act 1: acknowledgement of \(alert) until "), "\(said)")
        daemon.send(SIGKILL)
        _ = try await daemon.end()
        let second = try await site.start(every: "60s")
        try await eventually("the socket") { (try? site.ask("GET", "health").status) == 200 }
        let act = try #require(try await acts(site).first)
        #expect(act["author"] == .text(account) && act["comment"] == .text("已联系县科协"))
        #expect(act["alerts"] == .list([.text(alert)]))
        let open = try await site.kpictl(["alerts", "-o", "json"]).said
        let suppressors = try Json(open)["alerts"]?.element(alert)?["suppressed_by"]?.list ?? []
        #expect(suppressors.map { $0["name"] } == [.text("acknowledged")])
        let lines = try await site.kpictl(["alerts", "--language", "zh"]).said
        #expect(lines.contains("\(account)已确认，到 ") && lines.contains("（操作 1）"), "\(lines)")
        withExtendedLifetime(second) {}
    }

    @Test func aSilenceIsShownThenTakenThenTakenBack() async throws {
        let site = try Site()
        let daemon = try await site.startWithAlerts()
        let silence = ["silence", "rule=over*", "unit=HQ", "--for", "3d", "--comment", "迁移"]
        let matched = try site.alerts().count { $0["rule"] == .text("overdue") && $0["unit"] == .text("HQ") }
        let tried = try await site.kpictl(silence + ["--dry-run", "-o", "json"])
        #expect(tried.exit == .code(0), "\(tried.said)")
        #expect(try Json(tried.said)["alerts"]?.list.count == matched)
        #expect(try await acts(site) == [])
        #expect(try await site.kpictl(silence).exit == .code(0))
        #expect(try await acts(site).map { $0["in_force"] } == [.bool(true)])
        let undone = try await site.kpictl(["unmute", "1"])
        #expect(undone.exit == .code(0) && undone.said.contains("act 2: taking back of act 1"), "\(undone.said)")
        #expect(try await acts(site) == [])
        #expect(try await acts(site, ["--all"]).count == 2)
        let again = try await site.kpictl(["unmute", "1"])
        #expect(again.exit == .code(6) && again.said.contains("act 1 was taken back at"), "\(again.said)")
        withExtendedLifetime(daemon) {}
    }

    @Test func whatCannotBeDoneIsRefusedWithTheWayOut() async throws {
        let site = try Site()
        let daemon = try await site.startWithAlerts()
        let refusals: [(arguments: [String], exit: Int32, words: String)] = [
            (["mute", "任成区", "--for", "3d", "--comment", "x"], 4, "did you mean '任城区'?"),
            (["ack", "overdue/nothing"], 4, "there is no open alert 'overdue/nothing'"),
            (["ack", "overdue"], 2, "\n  overdue/"), (["unmute", "99"], 4, "there is no act 99"),
            (["silence", "unit=HQ", "--for", "3d"], 6, "it needs a comment"),
            (["silence", "unit=HQ", "--comment", "x"], 6, "it needs an end"),
            (["silence", "unit=HQ", "--until", "2021-12-31", "--comment", "x"], 6, "is past"),
            (["silence", "unit=HQ", "--for", "3 weeks", "--comment", "x"], 6, "'3 weeks' is no length of time"),
            (["silence", "--for", "3d", "--comment", "x"], 2, "matcher"),
        ]
        for (arguments, code, words) in refusals {
            let (exit, said) = try await site.kpictl(arguments)
            #expect(exit == .code(code) && said.contains(words), "\(arguments): \(exit) \(said)")
        }
        let chinese = try await site.kpictl(["mute", "任成区", "--for", "3d", "--comment", "x", "--language", "zh"])
        #expect(chinese.said.contains("是不是“任城区”？"), "\(chinese.said)")
        #expect(try await acts(site, ["--all"]) == [])
        withExtendedLifetime(daemon) {}
    }

    @Test func aReloadTellsItsMistakes() async throws {
        let site = try Site()
        let daemon = try await site.startWithAlerts()
        let good = try await site.kpictl(["reload"])
        #expect(good.exit == .code(0) && good.said == "the configuration was reloaded.\n", "\(good.said)")
        #expect(try site.health()["generation"] == .number(2))
        try site.edit("rules/pace.yaml", "warning: pace_ratio < 0.85", to: "warning: pace_ration < 0.85")
        let bad = try await site.kpictl(["reload"])
        #expect(bad.exit == .code(1), "\(bad.said)")
        #expect(bad.said.contains(#/rules\/pace\.yaml:\d+:\d+: error: .*pace_ration/#), "\(bad.said)")
        #expect(bad.said.contains("2 mistakes; the old configuration goes on"), "\(bad.said)")
        #expect(try site.health()["last_reload"]?["ok"] == .bool(false))
        withExtendedLifetime(daemon) {}
    }

    @Test func withoutADaemonThatIsSaid() async throws {
        let site = try Site()
        for arguments in [["acts"], ["alerts"], ["ack", "x"], ["reload"]] {
            let (exit, said) = try await site.kpictl(arguments)
            #expect(exit == .code(5) && said.contains("no kpid runs on \(site.state)"), "\(exit) \(said)")
        }
    }
}
