import Testing

@testable import KPICore

/// A checklist whose items are named, each with a minimum of its own.
struct ListedItemsTests {
    private static let items = [
        Item(id: "council", label: Label(zh: "常委会", en: "Council"), atLeast: 2, due: day("2021-06-30"), owner: "Li"),
        Item(id: "course", label: Label(zh: "读书班", en: "Course")),
    ]

    private func target(source: Source = Samples.fromDeeds(part: "part")) -> Target {
        Samples.target(
            kind: .checklist, goal: .atLeast(1), due: "2021-09-30", frequency: .event, source: source,
            composition: .items(Self.items))
    }

    private func assess(
        _ target: Target, _ reports: [Observation] = [], _ rows: [RegisterRow] = [], after month: String = "2021-06"
    ) -> TargetAssessment {
        Samples.assess(target, reports, rows, asOf: Samples.after(month), registers: [Samples.deeds])
    }

    @Test func anItemIsDoneWhenThereIsEnoughOfIt() {
        let rows = [
            Samples.deed("1", on: "2021-02-01", part: "council"), Samples.deed("2", on: "2021-05-01", part: "常委会"),
            Samples.deed("3", on: "2021-07-01", part: "Course"), Samples.deed("4", on: "2021-05-01", part: "picnic"),
            Samples.deed("5", on: "2021-05-01"),
        ]
        let result = assess(target(), [], rows)
        #expect(result.parts.map(\.line) == ["council done 2021-05-01", "course open"])
        #expect(result.parts.map(\.value) == [2, 0] && result.parts.map(\.atLeast) == [2, 1])
        #expect(result.parts[0].owner == "Li" && result.parts[1].due == day("2021-09-30"), "the target's own day")
        #expect(result.whole.measurement == .ratio(1, 2))
        #expect(assess(target(), [], rows, after: "2021-07").whole.light == .achieved)
    }

    @Test func itsOwnDayMakesItOverdueAndLate() {
        let one = Samples.deed("1", on: "2021-02-01", part: "council")
        #expect(assess(target(), [], [one], after: "2021-05").parts[0].state == .open)
        #expect(assess(target(), [], [one]).parts.map(\.state) == [.overdue, .open])
        #expect(assess(target(), [], [one], after: "2021-09").parts.map(\.state) == [.overdue, .overdue])
        let rows = [one, Samples.deed("2", on: "2021-07-02", part: "council")]
        #expect(assess(target(), [], rows, after: "2021-07").parts[0].line == "council done_late 2021-07-02")
    }

    @Test func theSameThingTwiceIsOneThing() {
        let rows = [
            Samples.deed("1", "Spring", on: "2021-02-01", part: "council"),
            Samples.deed("2", "Spring", on: "2021-03-01", part: "council"),
        ]
        #expect(assess(target(), [], rows).parts[0].value == 2)
        let distinct = target(source: Samples.fromDeeds(part: "part", distinct: "title"))
        #expect(assess(distinct, [], rows).parts[0].value == 1)
    }

    @Test func reportsNameTheItemTheyAreAbout() {
        func report(_ month: String, _ value: Double, part: String, revision: Int = 1) -> Observation {
            Samples.report(on: month, value, part: part, revision: revision, at: "2021-06-0\(revision)T00:00:00Z")
        }
        let reports = [report("2021-02", 1, part: "常委会"), report("2021-05", 1, part: "council")]
        let result = assess(target(source: .reports), reports)
        #expect(result.parts.map(\.line) == ["council done 2021-05-31", "course open"])
        let corrected = reports + [report("2021-05", 0, part: "council", revision: 2)]
        #expect(assess(target(source: .reports), corrected).parts[0].state == .overdue)
        let nameless = assess(target(source: .reports), [report("2021-05", 3, part: "")])
        #expect(nameless.parts.map(\.value) == [0, 0], "a report that names no item is about none")
        #expect(assess(target(source: .reports)).whole.light == .noData)
    }
}
