import Testing

@testable import KPICore

/// Levels that are computed from the rows of a register: how long, how many, how much in the middle.
struct RegisterValueTests {
    private func assess(
        _ source: Source, kind: Kind = .level, _ rows: [RegisterRow], allocation: [UnitID: Double] = [:],
        after month: String = "2021-06"
    ) -> TargetAssessment {
        let target = Samples.target(
            kind: kind, goal: .atMost(15), baseline: 30, direction: .decrease, allocation: allocation,
            source: source, reporters: [])
        return Samples.assess(target, [], rows, asOf: Samples.after(month), registers: [Samples.deeds])
    }

    /// Days from `on` to `done`, of what is done by the judged day.
    private func days(_ aggregate: Aggregate) -> Source {
        Samples.fromDeeds(
            where: "done <= ref", value: "days(on, done)", aggregate: aggregate, dated: nil)
    }

    private let rows = [
        Samples.deed("1", on: "2021-02-01", in: "north", done: "2021-02-11"),
        Samples.deed("2", on: "2020-11-01", in: "north", done: "2021-01-30"),
        Samples.deed("3", on: "2021-03-01", in: "south", done: "2021-03-21"),
        Samples.deed("4", on: "2021-03-01", in: "south", done: "2021-07-01"),
        Samples.deed("5", on: "2021-03-01", in: "south"),
    ]

    @Test(arguments: [
        (Aggregate.median, 20.0, 50.0), (.mean, 40, 50), (.min, 10, 10), (.max, 90, 90), (.sum, 120, 100),
    ])
    func rowsComeTogether(aggregate: Aggregate, whole: Double, north: Double) {
        let result = assess(days(aggregate), rows)
        #expect(near(result.whole.value, whole) && near(result.units[1]?.value, north))
    }

    /// 10, 20 and 90 are 20 in the middle, down from 30 to 15.
    @Test func aLevelFromARegisterHasItsProgress() {
        let whole = assess(days(.median), rows).whole
        #expect(near(whole.progress, 0.666667) && near(whole.planned, 0.495890) && whole.light == .onTrack)
        #expect(near(assess(days(.median), rows, after: "2021-07").whole.value, 55), "10, 20, 90 and 122")
    }

    /// How old the oldest is that is still open.
    @Test func theAgeOfWhatIsOpenGrowsUntilItIsDone() {
        let age = Samples.fromDeeds(
            where: "!has(done) || done > ref", value: "days(on, ref)", aggregate: .max, dated: nil)
        #expect(assess(age, rows).whole.value == 121 && assess(age, rows, after: "2021-03").whole.value == 30)
        let done = rows.dropLast(2).map(\.self)
        #expect(assess(age, done).whole.value == nil, "nothing is open")
    }

    @Test func theMiddleOfNothingIsNotKnown() {
        let none = [rows[4]]
        #expect(assess(days(.median), none).whole.value == nil && assess(days(.median), []).whole.value == nil)
        let asked = assess(days(.median), rows.dropLast(3).map(\.self), allocation: ["north": 15, "south": 15])
        #expect(asked.units[2]?.value == nil && asked.units[2]?.light == .noData)
    }

    @Test func aRowWithoutTheNumberDoesNotCount() {
        let rows = [
            Samples.deed("1", on: "2021-02-01", amount: 4), Samples.deed("2", on: "2021-02-01"),
            Samples.deed("3", on: "2021-02-01", amount: 8),
        ]
        #expect(assess(Samples.fromDeeds(value: "amount", aggregate: .mean), rows).whole.value == 6)
        #expect(assess(Samples.fromDeeds(value: "1.0 / (amount - 4.0)", aggregate: .sum), rows).whole.value == 0.25)
    }

    @Test func withoutANumberOfTheirOwnRowsAreCounted() {
        #expect(assess(Samples.fromDeeds(dated: nil), rows).whole.value == 5, "as things stand, of whatever age")
        #expect(assess(Samples.fromDeeds(), rows).whole.value == 4, "of the window")
        #expect(assess(Samples.fromDeeds(distinct: "unit"), rows).whole.value == 2)
    }

    @Test func aCountAddsUpWhatRowsBring() {
        let rows = [
            Samples.deed("1", on: "2021-02-01", in: "north", amount: 4),
            Samples.deed("2", on: "2021-02-01", in: "south", amount: 2.5),
            Samples.deed("3", on: "2021-07-01", in: "south", amount: 8),
        ]
        let result = assess(Samples.fromDeeds(value: "amount"), kind: .count, rows)
        #expect(result.units.map { $0?.value } == [6.5, 4, 2.5])
        #expect(assess(Samples.fromDeeds(value: "amount"), kind: .count, [rows[2]]).whole.value == 0)
    }
}
