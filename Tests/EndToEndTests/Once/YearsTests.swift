import Foundation
import Testing

/// 2021 is closed and 2022 opened with the same files: those of 2021 stay as they are, and a small one says what is
/// asked in 2022. A target and a unit are called otherwise from then on.
@Suite(.inTurn) struct YearsTests {
    private static let fixture = Place.package.appendingPathComponent("Tests/Fixtures/seed-2022")
    private static let january = "2022-01-20T09:00:00+08:00"
    private static let february = "2022-02-20T09:00:00+08:00"
    private static let april = "2022-04-20T09:00:00+08:00"

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Self.fixture.appendingPathComponent(name), encoding: .utf8)
    }

    /// The year 2021 as it was told of, up to its end.
    private func year2021() async throws -> Site {
        let site = try Site()
        try site.dropSeed(Site.reports + Site.registers)
        try site.drop(try text("reports/2021-q4.csv"), as: "2021-q4.csv")
        try await site.once(asOf: Self.january)
        return site
    }

    private func open2022(_ site: Site) throws {
        for name in ["a-2022.yaml", "c-2022.yaml"] {
            let url = URL(fileURLWithPath: "\(site.folder)/config/targets/\(name)")
            try Data(try text("targets/\(name)").utf8).write(to: url)
        }
        try site.edit("config/units.yaml", "  - id: \"JKQ\"\n", to: "  - id: \"370872\"\n    formerly: [JKQ]\n")
    }

    /// What came in the first weeks of 2022; the registers go on.
    private func dropJanuary(_ site: Site) throws {
        try site.drop(try text("reports/2022-01.csv"), as: "2022-01.csv")
        for name in ["registers/stations.csv", "registers/societies.csv"] {
            try site.drop(try Site.seed(name) + text(name), as: name)
        }
    }

    /// The alert that the renamed unit has not reported on the renamed target.
    private func missing(_ site: Site) throws -> [Json] {
        let ids = ["report-missing/talent.recruits/JKQ", "report-missing/talent.intake/370872"]
        return try site.alerts().filter { ids.contains($0["id"]?.text ?? "") }
    }

    @Test func aNewNameInJanuaryIsNoEvent() async throws {
        let site = try await year2021()
        #expect(try site.target("talent.recruits")["ref"] == .text("2021-12-31"))
        #expect(try site.target("talent.recruits")["value"] == .number(135))
        let before = try missing(site)
        #expect(before.map { $0["id"]?.text } == ["report-missing/talent.recruits/JKQ"])
        let log = try site.read("alerts.jsonl")

        try open2022(site)
        try await site.once(asOf: "2022-01-21T09:00:00+08:00")
        #expect(try site.read("alerts.jsonl") == log, "nothing began or ended")
        let after = try missing(site)
        #expect(after.map { $0["id"]?.text } == ["report-missing/talent.intake/370872"])
        #expect(after.first?["since"] == before.first?["since"] && after.first?["episode"] == before.first?["episode"])
        #expect(!(try site.ledger().contains { $0.hasPrefix("alert:") && $0.contains("talent.recruits") }))

        let intake = try site.target("talent.intake")
        #expect(intake["edition"]?["from"] == .text("2021-01-01") && intake["value"] == .number(135))
        #expect(intake["formerly"]?.list == [.text("talent.recruits")])
        #expect(intake["units"]?.element("370872")?["value"] == .number(5), "what JKQ had reported")
    }

    @Test func theNewYearTakesOverWhenItsJanuaryIsDue() async throws {
        let site = try await year2021()
        try open2022(site)
        try dropJanuary(site)
        try await site.once(asOf: Self.february)
        let intake = try site.target("talent.intake")
        #expect(intake["edition"]?["to"] == .text("2022-12-31") && intake["ref"] == .text("2022-01-31"))
        #expect(intake["value"] == .number(13), "reported under both names")
        let past = try #require(intake["past"]?.list)
        #expect(past.count == 1 && past[0]["value"] == .number(135) && past[0]["light"] == .text("achieved"))
        let stations = try site.target("station.total")
        #expect(stations["value"] == .number(2) && stations["past"]?.list.first?["value"] == .number(23))
        let coverage = try site.target("party.coverage")
        #expect(coverage["numerator"] == .number(54) && coverage["denominator"] == .number(55))
        #expect(coverage["past"]?.list.first?["value"] == .number(1))
        let events = try site.target("event.academic")
        #expect(events["edition"]?["from"] == .text("2021-01-01"), "what has no new year stays as it closed")

        let log = try site.transitions().filter { $0["id"] == .text("report-missing/talent.intake/370872") }
        #expect(log.map { $0["reason"]?["id"]?.text } == ["edition_closed", "condition_held"])
        #expect(log.map { $0["at"]?.text } == ["2022-02-11T17:30:00+08:00", "2022-02-11T17:30:00+08:00"])
        #expect(log.map { $0["episode"] } == [.number(1), .number(2)])
    }

    @Test func aClosedYearIsCorrectedAndItsStockCarried() async throws {
        let site = try await year2021()
        try open2022(site)
        try dropJanuary(site)
        try await site.once(asOf: Self.february)
        try site.drop(try text("reports/2022-q1.csv"), as: "2022-q1.csv")
        try await site.once(asOf: Self.april)
        let patents = try site.target("patent.enterprises")
        #expect(patents["ref"] == .text("2022-03-31") && patents["value"] == .number(45), "1300 less the 1255 of 2021")
        #expect(patents["past"]?.list.first?["value"] == .number(1255))
        let intake = try site.target("talent.intake")
        #expect(intake["past"]?.list.first?["value"] == .number(137), "two of December came to light in April")
        let late = try site.transitions().filter { ($0["ref"]?.text ?? "").hasPrefix("2021") }
        #expect(!late.contains { ($0["at"]?.text ?? "") > "2022-03" }, "and nobody was told of the old year")

        let shown = try Program(
            "kpictl", ["status", "talent.recruits", "--state-dir", site.state, "--language", "en"],
            transcript: site.folder + "/kpictl")
        #expect(try await shown.end() == .code(0))
        #expect(
            shown.said.contains("talent.intake") && shown.said.contains("2021  ✓ achieved  137/130 人"), "\(shown.said)")
    }
}
