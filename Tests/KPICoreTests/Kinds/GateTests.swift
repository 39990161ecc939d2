import Testing

@testable import KPICore

/// What no entity may break; the value is how many do. Each has to be `done` before it is `on`.
struct GateTests {
    private func target(
        _ invariant: String = "done <= on", where filter: String? = nil, allocation: [UnitID: Double] = [:],
        window: DateRange = Samples.year, isLive: Bool = true
    ) -> Target {
        Samples.target(
            kind: .gate, goal: .atMost(0), baseline: nil, direction: .decrease, window: window,
            allocation: allocation, frequency: .event,
            source: Samples.fromDeeds(where: filter, invariant: invariant, isLive: isLive), reporters: [],
            policy: "held")
    }

    private func assess(
        _ target: Target, _ rows: [RegisterRow], asOf: String = "2021-07-10T09:00:00Z",
        schema: RegisterSchema = Samples.deeds
    ) -> TargetAssessment {
        Samples.assess(
            target, [], rows, asOf: moment(asOf), policies: [Samples.held], registers: [schema])
    }

    private let rows = [
        Samples.deed("D", "Fourth", on: "2021-05-01", in: "south"),
        Samples.deed("A", "First", on: "2021-03-01", in: "north", done: "2021-02-01"),
        Samples.deed("C", on: "2021-04-01", in: "north", done: "2021-04-02"),
        Samples.deed("B", "Second", on: "2021-07-11", in: "north"),
        Samples.deed("E", "Of last year", on: "2020-12-31", in: "north"),
    ]

    @Test func whatBreaksItIsNamed() {
        let result = assess(target(), rows)
        #expect(result.parts.map(\.line) == ["A met", "C violated", "D violated"])
        #expect(result.parts.map(\.label.en) == ["First", "C", "Fourth"], "its title, or else its key")
        #expect(result.parts.map(\.start) == [day("2021-03-01"), day("2021-04-01"), day("2021-05-01")])
        #expect(result.whole.value == 2 && result.whole.isAchieved == false && result.whole.light == .offTrack)
        #expect(result.whole.progress == nil && result.whole.paceRatio == nil)
    }

    @Test func aKeyOfSeveralColumnsIsWrittenWithASlash() {
        let schema = RegisterSchema(
            id: "deeds", label: Label("deeds"), columns: Samples.deeds.columns, key: ["part", "on", "unit"])
        let row = Samples.deed("1", on: "2021-03-01", part: "学会", in: "north", done: "2021-02-01")
        let result = assess(target(), [row], schema: schema)
        #expect(result.parts.map(\.id) == ["学会/2021-03-01/north"] && result.parts.map(\.unit) == [nil])
        #expect(result.parts.map(\.label) == [Label("学会/2021-03-01/north")], "without a title it is its key")
    }

    /// Absent is not true: the precondition of D was never filed.
    @Test func whatTouchesAnAbsentCellIsBroken() {
        #expect(assess(target("done <= on"), rows).parts.last?.state == .violated)
        #expect(assess(target("!(done > on)"), rows).parts.last?.state == .violated, "nor is its opposite false")
        #expect(assess(target("id != \"\""), rows).whole.value == 0)
    }

    @Test func eachUnitHasItsOwn() {
        let result = assess(target(), rows)
        #expect(result.units.map { $0?.value } == [2, 1, 1])
        #expect(result.parts.map(\.unit) == ["north", "north", "south"])
        let filed = assess(target(allocation: ["north": 0, "south": 0]), [rows[1]])
        #expect(filed.units.map { $0?.value } == [0, 0, 0], "who is asked and has nothing breaks nothing")
        #expect(filed.units.allSatisfy { $0?.light == .achieved })
        let unasked = assess(target(), [rows[1]])
        #expect(unasked.units[2] == nil)
    }

    @Test func onlyTheWindowIsLookedAt() {
        #expect(assess(target(), rows, asOf: "2021-07-11T00:00:00Z").parts.map(\.id) == ["A", "B", "C", "D"])
        let half = target(window: days("2021-04-01", "2021-04-30"))
        #expect(assess(half, rows).parts.map(\.id) == ["C"])
        #expect(assess(target(where: "unit == \"south\""), rows).parts.map(\.id) == ["D"])
        #expect(assess(target(), [Samples.deed("F")]).parts.isEmpty, "without a day it is in no window")
    }

    @Test func noneIsNotTheSameAsNeverHeardOf() {
        let never = assess(target(), [])
        #expect(never.whole.value == nil && never.whole.light == .noData)
        let none = assess(target(), [Samples.deed("E", on: "2020-12-31")])
        #expect(none.whole.value == 0 && none.parts.isEmpty && none.whole.light == .achieved)
        let emptied = assess(target(), [rows[0], Samples.undone("D", at: "2021-06-01T00:00:00Z")])
        #expect(emptied.whole.value == 0, "all that was in it was taken out")
    }

    /// Judged again as things were known before it came, it was not known to be empty.
    @Test func beforeItsFirstUploadARegisterWasNotKnown() {
        let late = [Samples.deed("A", on: "2021-03-01", done: "2021-02-01", at: "2021-07-01T08:00:00Z")]
        #expect(assess(target(), late, asOf: "2021-07-01T07:59:59Z").whole.value == nil)
        #expect(assess(target(), late, asOf: "2021-07-01T08:00:00Z").whole.value == 0)
        let another = Samples.deed("B", on: "2021-03-01", done: "2021-02-01", at: "2021-07-05T08:00:00Z")
        #expect(assess(target(), [another] + late, asOf: "2021-07-02T00:00:00Z").whole.value == 0, "in whatever order")
        let dated = RegisterSchema(
            id: "deeds", label: Label("deeds"), columns: Samples.deeds.columns, key: ["id"], unit: "unit",
            knownFrom: .column("on"))
        #expect(assess(target(), late, asOf: "2021-02-01T00:00:00Z", schema: dated).whole.value == 0)
    }

    @Test func judgedAtThePeriodsEndItWaitsForThat() {
        let periodic = target(isLive: false)
        let result = assess(periodic, rows, asOf: "2021-05-04T09:00:00Z")
        #expect(result.ref == day("2021-03-31") && result.whole.value == 0, "April is due on the 5th")
        #expect(assess(periodic, rows, asOf: "2021-05-05T12:00:00Z").whole.value == 1)
    }

    @Test func reportsTellTheNumberItself() {
        let target = Samples.target(
            kind: .gate, goal: .atMost(0), baseline: nil, direction: .decrease, allocation: ["north": 0, "south": 0],
            form: .level, policy: "held")
        let reports = [
            Samples.report(from: "north", on: "2021-05", 3, form: .level, at: "2021-05-28T00:00:00Z"),
            Samples.report(from: "north", on: "2021-06", 1, form: .level, at: "2021-06-28T00:00:00Z"),
            Samples.report(from: "south", on: "2021-06", 0, form: .level, at: "2021-06-28T00:00:00Z"),
        ]
        let result = Samples.assess(target, reports, asOf: Samples.after("2021-06"), policies: [Samples.held])
        #expect(result.units.map { $0?.value } == [1, 1, 0] && result.units[2]?.light == .achieved)
        #expect(result.whole.light == .offTrack && result.whole.course.change == -2 && result.parts.isEmpty)
        #expect(Samples.assess(target, [], asOf: Samples.after("2021-06"), policies: [Samples.held]).whole.value == nil)
    }
}
