import Testing

@testable import KPICore

/// Members, each to be reached so many times; the value is the share that is.
struct CoverageTests {
    private static let industries = Members.listed(
        ["robots", "medicine", "chemistry"].map { Members.Member(id: $0, label: Label(zh: "行业\($0)", en: "The \($0)")) }
    )

    private func target(
        _ members: Members = Self.industries, atLeast: Double = 1, source: Source = Samples.fromDeeds(part: "part")
    ) -> Target {
        Samples.target(
            kind: .coverage, goal: .atLeast(1), due: "2021-09-30", frequency: .event, source: source,
            composition: .members(members, atLeast: atLeast))
    }

    private func assess(
        _ target: Target, _ reports: [Observation] = [], _ rows: [RegisterRow] = [], after month: String = "2021-06"
    ) -> TargetAssessment {
        Samples.assess(
            target, reports, rows, asOf: Samples.after(month), registers: [Samples.deeds, Samples.needs])
    }

    @Test func aMemberIsReachedByItsNameInAnyLanguage() {
        let rows = [
            Samples.deed("1", on: "2021-02-01", part: "robots"),
            Samples.deed("2", on: "2021-03-01", part: "The medicine"),
            Samples.deed("3", on: "2021-07-01", part: "行业chemistry"), Samples.deed("4", on: "2021-02-01", part: "coal"),
            Samples.deed("5", on: "2021-02-01"),
        ]
        let june = assess(target(), [], rows)
        #expect(june.parts.map(\.line) == ["robots met 2021-02-01", "medicine met 2021-03-01", "chemistry short"])
        #expect(june.whole.measurement == .ratio(2, 3) && june.whole.light == .onTrack)
        #expect(assess(target(), [], rows, after: "2021-07").whole.light == .achieved)
        let september = assess(target(), [], Array(rows.prefix(2)), after: "2021-09")
        #expect(september.parts[2].state == .overdue && september.parts[2].isLate)
    }

    /// Two events with one society are one; 22 societies in 26 rows.
    @Test func eachNeedsSoManyDifferentOnes() {
        let rows = [
            Samples.deed("1", "East", on: "2021-02-01", part: "robots"),
            Samples.deed("2", "East", on: "2021-03-01", part: "robots"),
            Samples.deed("3", "East", on: "2021-04-01", part: "medicine"),
            Samples.deed("4", "West", on: "2021-05-01", part: "medicine"),
            Samples.deed("5", on: "2021-05-01", part: "chemistry"),
        ]
        let distinct = target(atLeast: 2, source: Samples.fromDeeds(part: "part", distinct: "title"))
        let result = assess(distinct, [], rows)
        #expect(result.parts.map(\.line) == ["robots short", "medicine met 2021-05-01", "chemistry short"])
        #expect(result.parts.map(\.value) == [1, 2, 0] && result.parts.allSatisfy { $0.atLeast == 2 })
        #expect(assess(target(atLeast: 2), [], rows).parts.map(\.value) == [2, 2, 1])
    }

    @Test func unitsAreMembersByTheirIds() {
        let members = Members.listed(
            ["north", "south"].map { Members.Member(id: $0, label: Label(zh: "单位\($0)", en: $0)) })
        let rows = [Samples.deed("1", on: "2021-02-01", in: "south"), Samples.deed("2", on: "2021-02-01", in: "all")]
        let result = assess(target(members, source: Samples.fromDeeds(part: "unit")), [], rows)
        #expect(result.parts.map(\.line) == ["north short", "south met 2021-02-01"])
    }

    /// Who is to be covered stands in another register, as it is known by then and there on the day.
    @Test func membersMayComeFromARegister() {
        let members = Members.register("needs", column: "id")
        let needs = [
            Samples.need("B", opened: day("2021-03-01")), Samples.need("A", opened: day("2021-02-01")),
            Samples.need("C", opened: day("2021-07-01")),
        ]
        let done = [Samples.deed("1", on: "2021-06-01", part: "B"), Samples.deed("2", on: "2021-06-01", part: "C")]
        let june = assess(target(members), [], needs + done)
        #expect(june.parts.map(\.line) == ["A short", "B met 2021-06-01"])
        #expect(june.whole.measurement == .ratio(1, 2))
        #expect(assess(target(members), [], needs + done, after: "2021-07").whole.measurement == .ratio(2, 3))
        #expect(assess(target(members), [], needs + done, after: "2021-01").whole.value == nil)
        #expect(assess(target(members), [], done).whole.light == .noData, "nobody knows who is to be covered")
        let reports = [Samples.report(on: "2021-06", 1, part: "A", at: "2021-06-28T00:00:00Z")]
        #expect(assess(target(members, source: .reports), reports, needs).parts.map(\.state) == [.met, .short])
    }

    @Test func reportsNameTheMemberTheyReached() {
        func report(_ month: String, _ value: Double, _ part: String, from unit: UnitID = "north") -> Observation {
            Samples.report(from: unit, on: month, value, part: part, at: "2021-06-28T00:00:00Z")
        }
        let reports = [
            report("2021-02", 1, "robots"), report("2021-05", 1, "行业robots", from: "south"),
            report("2021-05", 1, "medicine"), report("2021-05", 7, ""),
        ]
        let result = assess(target(atLeast: 2, source: .reports), reports)
        #expect(result.parts.map(\.line) == ["robots met 2021-05-31", "medicine short", "chemistry short"])
        #expect(assess(target(source: .reports)).whole.light == .noData)
    }

    @Test func rowsWithoutADayWereThereFromTheBeginning() {
        let undated = target(source: Samples.fromDeeds(part: "part", dated: nil))
        #expect(assess(undated, [], [Samples.deed("1", part: "robots")]).parts[0].line == "robots met 2021-01-01")
        let rows = [Samples.deed("1", on: "2020-12-31", part: "robots"), Samples.deed("2", part: "medicine")]
        #expect(assess(target(), [], rows).parts.map(\.value) == [0, 0, 0], "where days are asked for, none is none")
    }
}
