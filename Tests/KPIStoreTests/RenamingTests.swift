import KPICore
import Testing

@testable import KPIStore

/// What was recorded under a name of before is known under the present one, and stays as it was recorded.
struct RenamingTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder.ledger)
    }

    private func names(_ registers: [RegisterSchema] = []) -> FormerNames {
        FormerNames(
            targets: ["recruits": "talent.recruits"], units: ["370899": "370811"],
            registers: Dictionary(uniqueKeysWithValues: registers.map { ($0.id, $0) }))
    }

    @Test func theNextRevisionCountsOnFromTheOldName() throws {
        _ = try ledger.take(reports([try observation("recruits", unit: "370899", value: 3, revision: 0)]))
        let later = try ledger.take(
            reports([try observation(value: 4, revision: 0)], sha256: "bb"), names: names())
        #expect(later.observations.map(\.revision) == [2])
        #expect(try ledger.observations().map(\.key.target) == ["recruits", "talent.recruits"])
        let without = try ledger.take(reports([try observation("talent.new", revision: 0)], sha256: "cc"))
        #expect(without.observations.map(\.revision) == [1])
    }

    @Test func whatWasSaidUnderTheOldNameIsNotSaidAgain() throws {
        _ = try ledger.take(reports([try observation("recruits", value: 3, revision: 1)]))
        let again = [try observation(value: 3, revision: 1), try observation(value: 3, revision: 0, line: 3)]
        let recorded = try ledger.take(reports(again, sha256: "bb"), names: names())
        #expect(recorded.observations.isEmpty && recorded.intake.added == 0)
    }

    /// Before anybody wrote that the two are one, both were reported.
    @Test func contestedNamesAreSettledByANewRevision() throws {
        _ = try ledger.take(reports([try observation("recruits", value: 3), try observation(value: 4, line: 3)]))
        let settled = try ledger.take(reports([try observation(value: 4, revision: 0)], sha256: "bb"), names: names())
        #expect(settled.observations.map(\.revision) == [2])
    }

    @Test func aRowWhoseUnitIsRenamedIsNoNewRow() throws {
        _ = try ledger.take(upload([event("e1", unit: "370899")], sha256: "A"), schema: events())
        let renamed = upload([event("e1", unit: "370811")], sha256: "B")
        #expect(try ledger.take(renamed, schema: events(), names: names([events()])).registerRows.isEmpty)
        let other = upload([event("e1", unit: "370812")], sha256: "C")
        #expect(try ledger.take(other, schema: events(), names: names([events()])).registerRows.count == 1)
    }

    @Test func aRowThatAUnitNamesGoesOn() throws {
        let schema = RegisterSchema(
            id: "events", label: Label("events"), columns: [.init("unit", .unit), .init("seats", .number)],
            key: ["unit"])
        func row(_ unit: UnitID, _ seats: Double) -> RegisterRow {
            RegisterRow(
                register: "events", entity: unit.text, cells: [.unit(unit), .number(seats)], recordedAt: received,
                origin: .init(file: "registers/events.csv", line: 2, sha256: "e1"))
        }
        _ = try ledger.take(upload([row("370899", 3), row("370812", 5)], sha256: "A"), schema: schema)
        let same = upload([row("370811", 3), row("370812", 5)], sha256: "B")
        let kept = try ledger.take(same, schema: schema, names: names([schema]))
        #expect(kept.registerRows.isEmpty && kept.intake.removed == 0, "nothing is struck off and entered again")
        let changed = upload([row("370811", 4), row("370812", 5)], sha256: "C")
        #expect(
            try ledger.take(changed, schema: schema, names: names([schema])).registerRows.map(\.entity) == ["370811"])
        #expect(try ledger.take(changed, schema: schema, names: names([schema])).isRepetition)
    }
}
