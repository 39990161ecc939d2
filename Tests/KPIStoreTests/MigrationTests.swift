import GRDB
import KPICore
import Testing

@testable import KPIStore

/// A ledger that an earlier version filled goes on.
struct MigrationTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001-ledger", migrate: Migration001.migrate)
        let queue = try DatabaseQueue(path: folder.ledger)
        try migrator.migrate(queue)
        try queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO transition VALUES
                        (1, 'behind-plan', 'talent.recruits', '370831', '', 1, 'pending', 'firing', NULL, 'warning',
                        '2021-07-05T16:00:00.125Z', '2021-06-30', 'condition_held', '落后', 'behind', '{"value":62}');
                    INSERT INTO alert VALUES
                        ('behind-plan', 'talent.recruits', '370831', '', 1, 'firing', 'warning',
                        '2021-07-05T16:00:00.125Z', NULL, NULL, NULL, '2021-07-01T00:00:00.000Z', NULL, NULL,
                        'condition_held', '落后', 'behind', '{"value":62}');
                    INSERT INTO meta VALUES ('evaluated_through', '2021-07-05T16:00:00.125Z');
                    """)
        }
    }

    @Test func whatWasThereIsThere() throws {
        #expect(throws: LedgerError.self) { try Ledger(path: folder.ledger, readOnly: true) }
        let ledger = try Ledger(path: folder.ledger)
        let contents = try ledger.load(registers: [])
        #expect(contents.lastTransition == 1 && contents.alerts.map(\.identity) == [behind])
        #expect(contents.acts.isEmpty && contents.told.isEmpty && contents.marks == TellingMarks())
        _ = try ledger.record(Telling.acknowledgement(), comment: "", author: "alice", at: received)
        let committed = try ledger.commit(
            Telling.tick(.init(notices: Telling.decided(try Telling.notice())), transitions: [try transition()]))
        #expect(committed.transitions.map(\.seq) == [2] && committed.notices.map(\.id) == [1])
        let kinds = try ledger.history(matching: behind, limit: 9).map { entry in
            switch entry.event {
            case .transition: "transition"
            case .act: "act"
            case .notice: "notice"
            case .withholding, .delivery: "-"
            }
        }
        #expect(kinds == ["transition", "act", "transition", "notice"])
    }
}
