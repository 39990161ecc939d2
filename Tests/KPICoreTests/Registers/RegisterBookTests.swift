import Testing

@testable import KPICore

/// What was known of a register at a moment.
struct RegisterBookTests {
    private func texts(_ rows: [RegisterRow], asOf: String, schema: RegisterSchema = Samples.needs) -> [String] {
        let asOf = moment(asOf)
        return Samples.facts([], rows).registers
            .rows(of: schema, asOf: asOf, today: Samples.utc.date(of: asOf))
            .map { "\($0[0]) \($0[2])" }
    }

    private func row(_ id: String, _ unit: UnitID, opened: String = "2021-02-01", at: String) -> RegisterRow {
        Samples.need(id, opened: day(opened), in: unit, at: moment(at))
    }

    private static let upload = RegisterSchema(
        id: "needs", label: Label("needs"), columns: Samples.needs.columns, key: ["id"], knownFrom: .upload)

    private func words(_ id: String, _ unit: UnitID) -> String { "\(Cell.text(id)) \(Cell.unit(unit))" }

    @Test func theLatestVersionThatWasKnownCounts() {
        let rows = [row("A", "north", at: "2021-03-01T00:00:00Z"), row("A", "south", at: "2021-04-01T00:00:00Z")]
        #expect(texts(rows, asOf: "2021-03-31T23:59:59Z") == [words("A", "north")])
        #expect(texts(rows, asOf: "2021-04-01T00:00:00Z") == [words("A", "south")])
    }

    @Test func whatWasTakenOutIsGoneFromThenOn() {
        let gone = RegisterRow(
            register: "needs", entity: "A", cells: nil, recordedAt: moment("2021-04-01T00:00:00Z"),
            origin: .init(file: "", line: 1, sha256: ""))
        let rows = [row("A", "north", at: "2021-03-01T00:00:00Z"), gone]
        #expect(texts(rows, asOf: "2021-03-02T00:00:00Z").count == 1)
        #expect(texts(rows, asOf: "2021-04-02T00:00:00Z").isEmpty)
    }

    /// A register that arrives in autumn still tells how things stood in spring, where its rows have days of their own.
    @Test func rowsMayBeKnownFromTheirOwnDay() {
        let rows = [row("A", "north", opened: "2021-02-01", at: "2021-10-01T00:00:00Z")]
        #expect(texts(rows, asOf: "2021-01-31T23:59:59Z").isEmpty)
        #expect(texts(rows, asOf: "2021-02-01T00:00:00Z") == [words("A", "north")])
        #expect(texts(rows, asOf: "2021-09-30T00:00:00Z", schema: Self.upload).isEmpty)
        #expect(texts(rows, asOf: "2021-10-01T00:00:00Z", schema: Self.upload).count == 1)
        let dayless = [Samples.need("A", opened: nil, at: moment("2021-10-01T00:00:00Z"))]
        #expect(
            texts(dayless, asOf: "2021-09-30T00:00:00Z").isEmpty
                && texts(dayless, asOf: "2021-10-01T00:00:00Z").count == 1)
    }

    /// A list that was agreed on has no days of its own, and tells of the time before it was uploaded all the same.
    @Test func rowsMayBeKnownSinceEver() {
        let always = RegisterSchema(
            id: "needs", label: Label("needs"), columns: Samples.needs.columns, key: ["id"], knownFrom: .always)
        let gone = RegisterRow(
            register: "needs", entity: "A", cells: nil, recordedAt: moment("2021-11-01T00:00:00Z"),
            origin: .init(file: "", line: 1, sha256: ""))
        let rows = [row("A", "north", at: "2021-10-01T00:00:00Z"), row("B", "south", at: "2021-10-01T00:00:00Z")]
        #expect(texts(rows, asOf: "2020-01-01T00:00:00Z", schema: always).count == 2)
        #expect(texts(rows + [gone], asOf: "2021-11-02T00:00:00Z", schema: always) == [words("B", "south")])
        #expect(texts(rows + [gone], asOf: "2021-10-02T00:00:00Z", schema: always).count == 2)
    }

    @Test func entitiesKeepTheOrderInWhichTheyCame() {
        let at = "2021-03-01T00:00:00Z"
        let rows = [
            row("B", "north", at: at), row("A", "north", at: at), row("B", "south", at: "2021-04-01T00:00:00Z"),
        ]
        #expect(texts(rows, asOf: "2021-05-01T00:00:00Z") == [words("B", "south"), words("A", "north")])
    }
}
