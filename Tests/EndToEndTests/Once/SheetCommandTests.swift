import Foundation
import TestServers
import Testing

/// What reporters and those who answer for registers do with kpictl.
@Suite(.inTurn) struct SheetCommandTests {
    private func site() async throws -> Site {
        let site = try Site()
        try site.dropSeed(["reports/clean/2021-08.csv", "registers/events.csv"])
        try await site.once(asOf: "2021-10-15T09:00:00+08:00")
        return site
    }

    private func written(_ text: String, as name: String, in site: Site) throws -> String {
        let path = "\(site.folder)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test func aReporterIsToldWhatKpidWouldFind() async throws {
        let site = try await site()
        let header = "indicator,unit,period,value,numerator,denominator\n"
        let path = try written(
            header + "party.coverage,SOC,2021-09,1,40,40\ntalent.recruits,任诚区,2021-09,3,,\n", as: "draft.csv", in: site)
        let lint = try await site.kpictl(["lint-report", path, "--config", site.config, "--language", "en"])
        #expect(lint.exit == .code(6))
        #expect(lint.said.contains("line 2 denominator: doubt"), "what is in the ledger counts: \(lint.said)")
        #expect(lint.said.contains("Did you mean '任城区'"))
        try site.drop(try String(contentsOfFile: path, encoding: .utf8), as: "draft.csv")
        try await site.once(asOf: "2021-10-15T09:00:00+08:00")
        let receipt = try site.json("accepted/draft.csv.receipt.json")
        let told = try await site.kpictl(["lint-report", path, "--config", site.config, "-o", "json"]).said
        let json = try Json(
            told[(told.firstIndex(of: "{") ?? told.startIndex)...(told.lastIndex(of: "}") ?? told.startIndex)])
        func codes(_ receipt: Json) -> [Json?] { receipt["findings"]?.list.map { $0["code"] } ?? [] }
        #expect(codes(receipt) == codes(json), "the very errors that the daemon finds")
        let foreign = try await site.kpictl(["lint-report", path, "--config", site.config, "--as", "370811"])
        #expect(foreign.said.contains("DQ-UNIT-FOREIGN"))
    }

    @Test func aFigureAndAFileAreTakenBack() async throws {
        let site = try await site()
        func value() async throws -> Json? {
            try await site.once()
            return try site.target("talent.recruits")["value"]
        }
        let before = try await value()?.number ?? 0
        let one = try await site.kpictl(
            ["retract", "talent.recruits", "--unit", "370830", "--period", "2021-08", "--reason", "重复报送"])
        #expect(one.exit == .code(0), "\(one.said)")
        #expect(try await value() == .number(before - 2), "Wenshang had reported two")
        #expect(try site.ledger().count { $0.contains("重复报送") } == 1)
        let all = try await site.kpictl(["retract", "--file", "2021-08.csv", "--reason", "草稿误报"])
        #expect(all.exit == .code(0), "\(all.said)")
        #expect(try await value() == .null, "nothing is known any more, which is not 0")
        let again = try await site.kpictl(["retract", "--file", "2021-08.csv", "--reason", "草稿误报"])
        #expect(again.exit == .code(4) && again.said.contains("corrected or taken back since"), "\(again.said)")
        let unknown = try await site.kpictl(["retract", "--file", "2020.csv", "--reason", "x"])
        #expect(unknown.exit == .code(4))
    }

    @Test func anUploadIsShownBeforeItIsSent() async throws {
        let site = try await site()
        var lines = try Site.seed("registers/events.csv").split(whereSeparator: \.isNewline).map(String.init)
        let removed = lines.remove(at: 3)
        lines[1] = lines[1].replacing(",206,", with: ",300,")
        lines.append("EV-999,2021-09-30,新的活动,,SOC-001,10,ev/x.pdf")
        let path = try written(lines.joined(separator: "\n") + "\n", as: "events.csv", in: site)
        let diff = try await site.kpictl([
            "register", "diff", "events", path, "--config", site.config, "--language", "en",
        ])
        #expect(diff.exit == .code(0), "\(diff.said)")
        let key = String(removed.prefix { $0 != "," })
        #expect(diff.said.contains("+ EV-999  2021-09-30  新的活动"))
        #expect(diff.said.contains("~ EV-001  participants: 206 → 300"))
        #expect(diff.said.contains("- \(key)  "))
        #expect(diff.said.contains("1 added, 1 changed, 1 struck off, 71 as before"))
        try site.drop(lines.joined(separator: "\n") + "\n", as: "registers/events.csv")
        try await site.once(asOf: "2021-10-16T09:00:00+08:00")
        let history = try await site.kpictl(["register", "history", "events", "EV-001", "--config", site.config])
        #expect(history.exit == .code(0))
        #expect(history.said.split(whereSeparator: \.isNewline).count == 2, "\(history.said)")
        #expect(history.said.contains("participants: 300"))
        let gone = try await site.kpictl([
            "register", "history", "events", key, "--config", site.config, "--language", "en",
        ])
        #expect(gone.said.contains("struck off"))
    }

    @Test func aTemplateIsWrittenOnce() async throws {
        let site = try await site()
        let path = site.folder + "/blank.xlsx"
        let arguments = ["template", "任城区", "2021-09", "--config", site.config, "-o", path]
        #expect(try await site.kpictl(arguments, isStateless: true).exit == .code(0))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).starts(with: [0x50, 0x4B]))
        let again = try await site.kpictl(arguments, isStateless: true)
        #expect(again.exit == .code(1) && again.said.contains("there already"), "\(again.said)")
        let shown = try await site.kpictl(
            ["template", "370811", "2021-09", "--config", site.config, "--language", "en"], isStateless: true)
        #expect(shown.said.contains("indicator,label,unit,period,form,value,"))
        #expect(shown.said.contains("\r\ntalent.recruits,"))
    }
}
