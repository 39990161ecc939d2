import CEL
import Diagnostics
import Testing

@testable import KPICore

/// Values that are counted from a register.
struct RegisterMeasureTests {
    private static let environment = RegisterVariables.environment(of: Samples.needs, Samples.utc)

    private func measure(
        where filter: String? = nil, numerator: String? = nil, distinct: String? = nil, dated: String? = nil
    ) -> Source {
        .register(
            RegisterMeasure(
                register: "needs", environment: Self.environment,
                filter: filter.map { Samples.program($0, Self.environment) },
                numerator: numerator.map { Samples.program($0, Self.environment) }, distinct: distinct, dated: dated))
    }

    private let rows = [
        Samples.need("A", opened: day("2020-11-02"), in: "north", matched: day("2021-03-01")),
        Samples.need("B", opened: day("2021-02-01"), in: "north", matched: day("2021-07-15")),
        Samples.need("C", opened: day("2021-06-30"), in: "south"),
        Samples.need("D", opened: day("2021-07-01"), in: "south"),
        Samples.need("E", opened: day("2021-05-05")),
    ]

    private func assess(
        _ source: Source, kind: Kind = .count, rows: [RegisterRow]? = nil, asOf: Instant = Samples.after("2021-06"),
        schema: RegisterSchema = Samples.needs
    ) -> TargetAssessment {
        let target = Samples.target(kind: kind, goal: .atLeast(1), source: source)
        let catalog = Samples.catalog([target], registers: [schema])
        return Assessor(catalog, Samples.facts([], rows ?? self.rows), asOf: asOf).assess(0)
    }

    @Test func rowsOfTheWindowUpToTheJudgedDayCount() {
        let result = assess(measure())
        #expect(result.whole.value == 3, "A lies before the window, D after the judged day")
        #expect(result.units.map { $0?.value } == [3, 1, 1], "E belongs to nobody and so to the whole")
    }

    @Test func anotherColumnMayPlaceARow() {
        #expect(assess(measure(dated: "matched")).whole.value == 1, "A was matched in the window")
    }

    @Test func aFilterNarrows() {
        #expect(assess(measure(where: "unit == \"north\"")).whole.value == 1)
        #expect(assess(measure(where: "opened < timestamp(\"2021-06-30T00:00:00Z\")")).whole.value == 2)
    }

    /// Absent is not unknown: what touches an absent cell does not count, and neither does its opposite.
    @Test func anAbsentCellIsNeitherTrueNorFalse() {
        #expect(assess(measure(where: "matched <= ref")).whole.value == 0)
        #expect(assess(measure(where: "!(matched <= ref)")).whole.value == 1, "B is matched later, C and E never")
    }

    @Test func aRatioPoolsRowsOfAnyAge() {
        let result = assess(measure(numerator: "matched <= ref"), kind: .ratio)
        #expect(result.whole.measurement?.numerator == 1 && result.whole.measurement?.denominator == 4)
        #expect(result.units[1]?.value == 0.5 && result.units[2]?.value == 0)
    }

    @Test func aThingInTwoUnitsCountsOnce() {
        let rows = [
            Samples.need("A", opened: day("2021-02-01"), in: "north", matched: day("2021-02-02")),
            Samples.need("B", opened: day("2021-02-01"), in: "south", matched: day("2021-02-02")),
            Samples.need("C", opened: day("2021-02-01"), in: "south", matched: day("2021-02-03")),
            Samples.need("D", opened: day("2021-02-01"), in: "south"),
        ]
        let result = assess(measure(distinct: "matched"), rows: rows)
        #expect(result.units.map { $0?.value } == [2, 1, 2], "and an absent one not at all")
    }

    @Test func whatIsNoLongerThereDoesNotCount() {
        let schema = RegisterSchema(
            id: "needs", label: Label("needs"), columns: Samples.needs.columns, key: ["id"], from: "opened",
            to: "matched", unit: "unit", knownFrom: .column("opened"))
        #expect(assess(measure(), schema: schema).whole.value == 3)
        #expect(assess(measure(), asOf: Samples.after("2021-07"), schema: schema).whole.value == 3, "D for B")
    }

    @Test func aRegisterThatNeverCameIsNotEmpty() {
        #expect(assess(measure(), rows: []).whole.value == nil)
        #expect(assess(measure(), rows: [Samples.need("A", opened: day("2021-12-01"))]).whole.value == 0)
    }

    @Test func aLiveRegisterIsJudgedToday() {
        let source = Source.register(
            RegisterMeasure(register: "needs", environment: Self.environment, isLive: true))
        let result = assess(source, asOf: moment("2021-07-01T00:00:00Z"))
        #expect(result.ref == day("2021-07-01") && result.whole.value == 4)
        #expect(assess(source, asOf: moment("2023-01-01T00:00:00Z")).ref == day("2021-12-31"))
    }
}
