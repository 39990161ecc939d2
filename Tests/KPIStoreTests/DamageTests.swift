import Foundation
import GRDB
import KPICore
import Testing

@testable import KPIStore

/// What happens when the file, the disk or another process is not as it should be.
struct DamageTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func error(of body: () throws -> Void) -> LedgerError? {
        do {
            try body()
            return nil
        } catch {
            return error as? LedgerError
        }
    }

    @Test func theFileIsNotForEveryone() throws {
        _ = try Ledger(path: folder.ledger)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.ledger)
        #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o137 } == 0)
    }

    @Test func whatIsCommittedIsReadableByHand() throws {
        let ledger = try Ledger(path: folder.ledger)
        _ = try ledger.take(reports([try observation()]))
        _ = try ledger.take(upload([event("e1")], sha256: "A"), schema: events())
        let queue = try DatabaseQueue(path: folder.ledger)
        try queue.read { database in
            let row = try Row.fetchOne(
                database,
                sql: "SELECT period, lower, submitted_at, basis, file, recorded_at FROM observation_with_origin")
            #expect(
                row == [
                    "period": "2021-06", "lower": 3.0, "submitted_at": "2021-07-05T07:04:00.000Z",
                    "basis": "actual", "file": "a.csv", "recorded_at": "2021-07-05T08:00:00.000Z",
                ])
            let cells = try String.fetchOne(database, sql: "SELECT cells FROM register_row")
            #expect(cells == #"{"id":"e1","held_on":{"date":"2021-03-01"},"unit":{"unit":"370811"},"seats":40}"#)
            #expect(try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal")
        }
    }

    @Test(arguments: [
        "observation", "register_row", "transition", "intake", "act", "notice", "delivery", "withholding",
    ])
    func nothingIsTakenBack(_ table: String) throws {
        let ledger = try Ledger(path: folder.ledger)
        _ = try ledger.take(reports([try observation()]))
        _ = try ledger.take(upload([event("e1")], sha256: "A"), schema: events())
        try tell(ledger)
        let queue = try DatabaseQueue(path: folder.ledger)
        for sql in ["DELETE FROM \(table)", "UPDATE \(table) SET rowid = rowid + 1"] {
            let error = #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
            #expect(error?.message == "the ledger is append-only")
        }
    }

    /// Something in every table about acts and telling.
    private func tell(_ ledger: Ledger) throws {
        let telling = TellingRecord(
            told: [(Told.Key(behind, "ops"), Told(episode: 1, severity: .info))],
            notices: Telling.decided(try Telling.notice(), try Telling.notice(2)),
            withholdings: [Telling.withholding()],
            marks: TellingMarks(recipients: ["ops": .init(digestedThrough: received)], remindedOf: [1]))
        _ = try ledger.commit(Telling.tick(telling, alerts: [alert(.inactive)], transitions: [try transition()]))
        try ledger.settle(Telling.attempt(1, of: 1, .delivered))
        _ = try ledger.record(Telling.acknowledgement(), comment: "", author: "alice", at: received)
    }

    @Test(arguments: [
        ("notice", "SET json = '{\"key\":1}'", "key"), ("notice", "SET event = 'told'", "told"),
        ("act", "SET severity = 'mild'", "mild"), ("withholding", "SET at = 'then'", "then"),
        ("told", "SET severity = 'mild'", "mild"), ("outbox", "SET next_at = 'soon'", "soon"),
        ("recipient_mark", "SET digested_through = 'now'", "now"), ("delivery", "SET at = 'then'", "then"),
    ])
    func rowsOfTheTellingThatSayNothingAreAnError(
        _ table: String, _ change: String, _ word: String
    ) throws {
        let ledger = try Ledger(path: folder.ledger)
        try tell(ledger)
        try DatabaseQueue(path: folder.ledger).write { database in
            try database.execute(sql: "DROP TRIGGER IF EXISTS \(table)_no_update; UPDATE \(table) \(change)")
        }
        let error = error {
            _ = try ledger.load(registers: [])
            _ = try ledger.outbox(limit: 9)
            _ = try ledger.history(limit: 99)
        }
        #expect(error?.kind == .corrupt)
        #expect(error?.description.contains("table \(table), column ") == true, "\(error?.description ?? "")")
        #expect(error?.description.contains(word) == true, "\(error?.description ?? "")")
    }

    @Test func aLaterSchemaIsRefused() throws {
        _ = try Ledger(path: folder.ledger)
        let queue = try DatabaseQueue(path: folder.ledger)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999-notices')") }
        let error = error { _ = try Ledger(path: folder.ledger) }
        #expect(error?.kind == .newerSchema)
        #expect(error?.isTransient == false)
        #expect(error?.description.contains("999-notices") == true)
    }

    @Test func anotherFileIsLeftAlone() throws {
        try "indicator,unit\n".data(using: .utf8)?.write(to: URL(fileURLWithPath: folder.ledger))
        #expect(error { _ = try Ledger(path: folder.ledger) }?.kind == .notALedger)
        try FileManager.default.removeItem(atPath: folder.ledger)
        let queue = try DatabaseQueue(path: folder.ledger)
        try queue.write { try $0.execute(sql: "CREATE TABLE bookmark (url TEXT)") }
        #expect(error { _ = try Ledger(path: folder.ledger) }?.kind == .notALedger)
    }

    @Test func readingAloneCreatesNothing() throws {
        #expect(error { _ = try Ledger(path: folder.ledger, readOnly: true) }?.kind == .inaccessible)
        #expect(!FileManager.default.fileExists(atPath: folder.ledger))
        #expect(error { _ = try Ledger(path: folder.path + "/none/ledger.sqlite") }?.kind == .inaccessible)
        try Data().write(to: URL(fileURLWithPath: folder.ledger))
        #expect(error { _ = try Ledger(path: folder.ledger, readOnly: true) }?.kind == .olderSchema)
    }

    /// Whatever is overwritten, opening and reading either work or throw; nothing ends the process.
    @Test(arguments: 0..<40) func damagedPagesAreAnError(_ page: Int) throws {
        do {
            let ledger = try Ledger(path: folder.ledger)
            _ = try ledger.take(reports(try (1...300).map { try observation(value: 1, revision: $0, line: $0 + 1) }))
            _ = try ledger.take(upload([event("e1")], sha256: "A"), schema: events())
            try tell(ledger)
        }
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.ledger))
        try file.seek(toOffset: UInt64(page * 4096 + (page == 0 ? 100 : 0)))
        try file.write(contentsOf: Data(repeating: 0xA5, count: 3900))
        try file.close()
        let error = error {
            let ledger = try Ledger(path: folder.ledger)
            _ = try ledger.load(registers: [events()])
            _ = try ledger.transitions(after: 0, limit: 10)
            _ = try ledger.history(limit: 99)
            _ = try ledger.openNotices(channel: "wecom")
            _ = try ledger.take(reports([try observation(revision: 0)], sha256: "bb"))
        }
        #expect(error == nil || error?.isTransient == false)
        #expect(page > 0 || error != nil)
    }

    @Test func rowsThatSayNothingAreAnError() throws {
        let ledger = try Ledger(path: folder.ledger)
        let queue = try DatabaseQueue(path: folder.ledger)
        try queue.write { try $0.execute(sql: "INSERT INTO meta VALUES ('evaluated_through', 'yesterday')") }
        let error = error { _ = try ledger.load(registers: []) }
        #expect(error?.kind == .corrupt)
        #expect(error?.description.contains("yesterday") == true)
    }

    @Test func aFullDiskLosesNothing() throws {
        let ledger = try Ledger(path: folder.ledger)
        _ = try ledger.take(reports([try observation()]))
        let pages = try DatabaseQueue(path: folder.ledger).read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
        try ledger.limit(pages: pages + 2)
        let many = try (2...5000).map {
            try observation(revision: $0, line: $0, note: "long enough to fill some pages")
        }
        let full = error { _ = try ledger.take(reports(many, sha256: "bb")) }
        #expect(full?.kind == .full)
        #expect(full?.isTransient == true)
        #expect(try ledger.observations().count == 1)
        try ledger.limit(pages: 100_000)
        #expect(try ledger.take(reports(many, sha256: "bb")).observations.count == 4999)
    }

    @Test func anotherWriterIsWaitedForAndThenReported() throws {
        let ledger = try Ledger(path: folder.ledger, patience: 0.05)
        let other = try DatabaseQueue(path: folder.ledger)
        try other.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            let busy = error { _ = try ledger.take(reports([try observation()])) }
            #expect(busy?.kind == .busy)
            #expect(busy?.isTransient == true)
            try database.execute(sql: "ROLLBACK")
        }
        #expect(try ledger.take(reports([try observation()])).observations.count == 1)
    }
}
