import Foundation
import Glibc
import TestServers
import Testing

/// What people read with `kpictl`, from the files that kpid wrote.
@Suite(.inTurn) struct StatusTests {
    private static let july = "2021-07-10T09:00:00+08:00"

    /// The year of the seed, seen on 10 July.
    private func seeded() async throws -> Site {
        let site = try Site()
        try site.dropSeed(Site.reports + Site.registers)
        try await site.once(asOf: Self.july)
        return site
    }

    @Test func theStatusIsAsWideAsItMayBe() async throws {
        let site = try await seeded()
        for language in ["zh", "en"] {
            let (exit, text) = try await site.kpictl(["status", "--language", language])
            #expect(exit == .code(0))
            let lines = text.split(separator: "\n").map(String.init)
            #expect(lines.contains { $0.contains("62/130 人") && $0.contains("┃") && $0.contains("●") }, "\(text)")
            #expect(lines.allSatisfy { Self.columns($0) <= 80 }, "\(text)")
            #expect(!text.contains("\u{1B}"), "a pipe has no colours")
            let bars = lines.filter { $0.contains("┃") && !$0.contains("┃计划") && !$0.contains("┃plan") }
            let ends = bars.compactMap { line in line.range(of: " [█░┃·]+", options: .regularExpression) }
            #expect(bars.count > 20 && ends.count == bars.count)
            let starts = zip(bars, ends).map { Self.columns(String($0[..<$1.lowerBound])) }
            #expect(Set(starts).count == 1, "the bars begin in one column: \(starts)")
        }
    }

    @Test func coloursAreForThoseWhoWantThem() async throws {
        let site = try await seeded()
        #expect(try await site.kpictl(["status"], environment: ["CLICOLOR_FORCE": "1"]).said.contains("\u{1B}["))
        let wishes = ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]
        #expect(try await !site.kpictl(["status"], environment: wishes).said.contains("\u{1B}"))
    }

    @Test func whatGivesWayGivesWayInOrder() async throws {
        let site = try await seeded()
        func columns(_ width: Int) async throws -> [String] {
            let (_, text) = try await site.kpictl(["status", "--language", "en", "--width", "\(width)"])
            let head = text.split(separator: "\n").first { $0.contains("value/goal") } ?? ""
            return ["pace", "next due", "last report"].filter { head.contains($0) }
        }
        var seen: [[String]] = []
        for width in stride(from: 160, through: 80, by: -1) {
            let found = try await columns(width)
            if seen.last != found { seen.append(found) }
        }
        #expect(seen == [["pace", "next due", "last report"], ["pace", "next due"], ["pace"], []])
    }

    @Test func jsonIsWhatTheDaemonWrote() async throws {
        let site = try await seeded()
        #expect(try await site.kpictl(["status", "-o", "json"]).said == site.read("status.json"))
        let (_, text) = try await site.kpictl(["status", "累计引进科技人才", "-o", "json"])
        #expect(try Json(text) == site.target("talent.recruits"))
        let (exit, complaint) = try await site.kpictl(["status", "talent.recruit", "--language", "en"])
        #expect(exit != .code(0) && complaint.contains("did you mean 'talent.recruits'?"), "\(complaint)")
    }

    @Test(arguments: [SIGTERM, SIGKILL]) func aDaemonThatHasJustEndedDoesNotRun(signal: Int32) async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        let daemon = try await site.start(every: "3600s")
        let running = try await site.kpictl(["status", "--language", "en"])
        #expect(running.said.contains("kpid  running (heartbeat "), "\(running.said)")
        daemon.send(signal)
        _ = try await daemon.end()
        let stopped = try await site.kpictl(["status", "--language", "en"])
        #expect(stopped.exit == .code(0))
        #expect(stopped.said.contains("kpid  not running"), "\(stopped.said)")
        #expect(stopped.said.contains(#/status written \d+(s|min) ago/#), "\(stopped.said)")
    }

    @Test func aFailedReloadIsShownWithItsPlaces() async throws {
        let site = try Site()
        let daemon = try await site.start(every: "3600s")
        // Five mistakes in one file leave room for those of the others.
        try site.edit("config/targets/a-unity.yaml", "policy: pace-standard", to: "policy: pace-standart")
        try site.edit("config/units.yaml", "level: city", to: "levle: city")
        try site.edit("rules/pace.yaml", "warning: pace_ratio < 0.85", to: "warning: pace_ration < 0.85")
        daemon.send(SIGHUP)
        try await eventually("the failed reload") { try site.health()["last_reload"]?["ok"] == .bool(false) }
        try await eventually("files_differ") { try site.health()["files_differ"] == .bool(true) }
        let (_, text) = try await site.kpictl(["status", "--language", "en", "--width", "200"])
        for file in ["config/targets/a-unity.yaml", "config/units.yaml", "rules/pace.yaml"] {
            #expect(text.contains(try Regex("\(file):\\d+:\\d+: ")), "\(file): \(text)")
        }
        #expect(text.contains("the files on disk are not those loaded"))
        withExtendedLifetime(daemon) {}
    }

    @Test func checkTellsEverythingAtOnce() async throws {
        let site = try Site()
        let right = try await site.kpictl(["check", "--config", site.config, "--language", "en"], isStateless: true)
        #expect(right.exit == .code(0) && right.said.contains(": valid, "), "\(right.said)")
        try site.edit("config/units.yaml", "level: city", to: "levle: city")
        try site.edit("rules/pace.yaml", "critical: pace_ratio < 0.40", to: "critical: pace_ration < 0.40")
        let wrong = try await site.kpictl(["check", "--config", site.config, "--language", "en"], isStateless: true)
        #expect(wrong.exit == .code(1))
        for place in ["config/units.yaml", "rules/pace.yaml"] {
            #expect(wrong.said.contains(try Regex("\(place):\\d+:\\d+: error: ")), "\(place): \(wrong.said)")
        }
        let typos = try site.configuration("rules/pace.yaml").split(separator: "pace_ration ").count - 1
        #expect(wrong.said.contains("\(typos + 1) errors, and kpid would not load it."), "\(wrong.said)")
    }

    /// Chinese characters and full-width signs take two columns.
    private static func columns(_ line: String) -> Int {
        line.unicodeScalars.reduce(0) { $0 + (0x2E80...0xFF60 ~= $1.value ? 2 : 1) }
    }
}
