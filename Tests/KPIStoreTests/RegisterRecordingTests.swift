import KPICore
import Testing

@testable import KPIStore

struct RegisterRecordingTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder.ledger)
    }

    @Test func aSnapshotTakesOutWhatItNoLongerHolds() throws {
        let first = try ledger.record(upload([event("e1"), event("e2")], sha256: "A"), schema: events())
        #expect(first.registerRows.map(\.entity) == ["e1", "e2"])
        let second = try ledger.record(
            upload([event("e2", seats: .absent), event("e3")], sha256: "B"), schema: events())
        #expect(second.registerRows.map(\.entity) == ["e2", "e3", "e1"])
        #expect(second.registerRows.last?.cells == nil)
        #expect(second.intake.added == 2)
        #expect(second.intake.removed == 1)
        let contents = try ledger.load(registers: [events()])
        #expect(contents.registerRows == first.registerRows + second.registerRows)
        #expect(contents.intakes.map(\.kind) == [.register("events"), .register("events")])
    }

    @Test func anAdditionOnlyAddsAndReplaces() throws {
        let schema = events(.addition)
        _ = try ledger.record(upload([event("e1"), event("e2")], sha256: "A"), schema: schema)
        let second = try ledger.record(
            upload([event("e2", seats: .number(1)), event("e3")], sha256: "B"), schema: schema)
        #expect(second.registerRows.map(\.entity) == ["e2", "e3"])
        #expect(second.intake.removed == 0)
    }

    @Test func theLatestUploadAgainChangesNothingAndAnOlderOneDoes() throws {
        let a = upload([event("e1")], sha256: "A")
        let b = upload([event("e1", day: "2021-03-02")], sha256: "B")
        #expect(try !ledger.record(a, schema: events()).isRepetition)
        #expect(try ledger.record(a, schema: events()).isRepetition)
        #expect(try !ledger.record(b, schema: events()).isRepetition)
        #expect(try ledger.record(b, schema: events()).isRepetition)
        let third = try ledger.record(a, schema: events())
        #expect(third.registerRows.map(\.cells) == [event("e1").cells])
        #expect(third.intake.id == 3)
        #expect(try ledger.load(registers: [events()]).registerRows.count == 3)
    }

    @Test func anEntityMayComeBack() throws {
        _ = try ledger.record(upload([event("e1"), event("e2")], sha256: "A"), schema: events())
        _ = try ledger.record(upload([event("e2")], sha256: "B"), schema: events())
        _ = try ledger.record(upload([event("e1"), event("e2")], sha256: "A"), schema: events())
        let history = try ledger.load(registers: [events()]).registerRows.filter { $0.entity == "e1" }
        #expect(history.map { $0.cells != nil } == [true, false, true])
    }

    @Test func aRowThatCannotBeReadIsNotARowThatIsGone() throws {
        _ = try ledger.record(upload([event("e1"), event("e2")], sha256: "A"), schema: events())
        let second = try ledger.record(upload([event("e1"), event("e3")], sha256: "B", refused: 1), schema: events())
        #expect(second.registerRows.map(\.entity) == ["e3"])
        #expect(second.intake.withheld == 1)
        let third = try ledger.record(upload([event("e1"), event("e3")], sha256: "B"), schema: events())
        #expect(third.registerRows.map(\.entity) == ["e2"])
        #expect(third.intake.withheld == 0)
    }

    @Test func columnsMayChangePlaces() throws {
        let row = event("e1", seats: .number(.infinity))
        _ = try ledger.record(upload([row], sha256: "A"), schema: events())
        let columns = [
            RegisterSchema.Column("unit", .unit), .init("sponsor", .text), .init("id", .text), .init("seats", .number),
        ]
        let schema = events(columns: columns)
        let rows = try ledger.registerRows(of: [schema])
        #expect(rows.map(\.cells) == [[.unit("370811"), .absent, .text("e1"), .number(.infinity)]])
        let again = RegisterRow(
            register: "events", entity: "e1", cells: rows[0].cells, recordedAt: received, origin: row.origin)
        #expect(try ledger.record(upload([again], sha256: "A"), schema: schema).isRepetition)
    }

    @Test func registersNobodyAsksForStayWhereTheyAre() throws {
        _ = try ledger.record(upload([event("e1")], sha256: "A"), schema: events())
        #expect(try ledger.load(registers: []).registerRows.isEmpty)
    }
}
