import Foundation
import Testing

/// The seed's year through the real program: its figures, and that they follow the files.
struct FigureTests {
    private static let july = "2021-07-10T09:00:00+08:00"

    @Test func theFiguresAreThoseExpected() async throws {
        let site = try Site()
        try site.dropSeed(Site.reports + Site.registers)
        try await site.once(asOf: Self.july)
        let lines = try Site.seed("expected/assessment-2021-07-10.csv").split(whereSeparator: \.isNewline)
        let header = try #require(lines.first).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let targets = try #require(try site.status()["targets"])
        var compared = 0
        for line in lines.dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let row = Dictionary(uniqueKeysWithValues: zip(header, cells))
            guard let id = row["target"], let unit = row["unit"],
                let target = targets.element(id)
            else { continue }
            let subject = try #require(unit == "ALL" ? target : target["units"]?.element(unit), "\(id) \(unit)")
            for (name, places) in Self.rounding {
                let expected = row[name].flatMap(Self.number)
                let found = subject[name]?.number.map { Self.rounded($0, places) }
                #expect(found == expected, "\(id) \(unit) \(name)")
            }
            compared += 1
        }
        #expect(compared > 20)
    }

    private static let rounding = [
        "value": 6, "progress": 6, "planned": 6, "gap_pp": 4, "pace_ratio": 6, "pace_ratio_periods": 6,
        "days_behind": 1,
    ]

    /// A ratio is written with what it is made of: `48/53=0.905660`.
    private static func number(_ text: String) -> Double? {
        text.split(separator: "=").last.flatMap { Double($0) }
    }

    private static func rounded(_ value: Double, _ places: Int) -> Double {
        let rounded = Double(String(format: "%.\(places)f", value)) ?? .nan
        return rounded == 0 ? 0 : rounded
    }

    @Test func oneRowChangesValueAndLight() async throws {
        let site = try Site()
        let june = try Site.seed("reports/clean/2021-06.csv")
        let row = try #require(
            june.split(whereSeparator: \.isNewline).first { $0.hasPrefix("talent.recruits,370811,") })
        var cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let figure = try #require(Int(cells[4]))
        cells[4] = "\(figure - 1)"
        try site.dropSeed(Site.reports.filter { !$0.contains("-06") } + Site.registers)
        try site.drop(june.replacingOccurrences(of: row, with: cells.joined(separator: ",")), as: "2021-06.csv")
        try await site.once(asOf: Self.july)
        let recruits = try site.target("talent.recruits")
        // 62 of 130 would be on track.
        #expect(recruits["value"] == .number(61))
        #expect(recruits["light"] == .text("attention"))
    }

    @Test(arguments: [("2021-10-12", "2021-08-31", 106.0), ("2021-10-15", "2021-09-30", 133.0)])
    func aMonthIsJudgedOnceItIsDue(day: String, ref: String, value: Double) async throws {
        let site = try Site()
        try site.dropSeed(Site.reports + Site.registers)
        try await site.once(asOf: "\(day)T09:00:00+08:00")
        #expect(try site.status()["ref"] == .text(ref))
        #expect(try site.target("talent.recruits")["ref"] == .text(ref))
        #expect(try site.target("talent.recruits")["value"] == .number(value))
    }
}
