import GRDB
import KPICore
import Testing

@testable import KPIStore

/// A ledger that an earlier version wrote goes on with everything it held.
struct AlertMigrationTests {
    @Test func alertsOfTheFirstShapeGoOn() throws {
        let folder = try TemporaryFolder()
        let queue = try DatabaseQueue(path: folder.ledger)
        var first = DatabaseMigrator()
        first.registerMigration("001-ledger", migrate: Migration001.migrate)
        try first.migrate(queue)
        let stamp = "2021-07-05T08:00:00.000Z"
        let rows = [
            "'1', 0, 'inactive', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL",
            "'2', 0, 'pending', 'info', '\(stamp)', '2021-06-30', '2021-07-31', 2, NULL, NULL, NULL",
            "'3', 4, 'firing', 'critical', '\(stamp)', NULL, NULL, NULL, '2021-07-04T08:00:00.000Z', NULL, NULL",
            "'4', 2, 'resolved', 'warning', NULL, NULL, NULL, NULL, NULL, '\(stamp)', '2021-07-01T08:00:00.000Z'",
        ]
        try queue.write { database in
            for row in rows {
                try database.execute(
                    sql: """
                        INSERT INTO alert (scope, episode, phase, severity, since, first_ref, last_ref, periods,
                            pending_since, resolved_at, fired_since, rule, target, unit, reason, message_zh,
                            message_en, named_values)
                        VALUES (\(row), 'r', 't', 'u', 'condition_held', '落后', 'behind', '{"value":62}')
                        """)
            }
        }
        try queue.close()
        let alerts = try Ledger(path: folder.ledger).load(registers: []).alerts
        let day = try #require(LocalDate("2021-06-30"))
        let yesterday = moment("2021-07-04T08:00:00Z")
        #expect(
            alerts.map(\.phase) == [
                .inactive,
                .pending(
                    .init(
                        since: received, severity: .info, firstRef: day, lastRef: day.adding(days: 31), periods: 2)),
                .firing(.init(since: received, severity: .critical, pendingSince: yesterday)),
                .resolved(.init(at: received, firedSince: moment("2021-07-01T08:00:00Z"), severity: .warning)),
            ])
        #expect(alerts.map(\.episode) == [0, 0, 4, 2])
        #expect(alerts.allSatisfy { $0.values == [NamedValue("value", 62)] && $0.memory == nil })
    }
}
