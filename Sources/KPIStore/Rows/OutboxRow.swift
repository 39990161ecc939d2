internal import GRDB
internal import KPICore

/// How a notice waits in the ledger.
enum OutboxRow {
    static let insertion = "INSERT INTO outbox (notice, channel, attempts, begun_at, next_at) VALUES (?, ?, ?, ?, ?)"

    /// Entries, in the order in which their notices were decided.
    static func selection(where condition: String) -> String {
        """
        SELECT n.json, o.notice, o.attempts, o.begun_at, o.next_at FROM outbox o JOIN notice n ON n.id = o.notice
        WHERE \(condition) ORDER BY o.notice LIMIT ?
        """
    }

    static func arguments(_ entry: OutboxEntry) -> StatementArguments {
        [entry.id, entry.notice.key.channel, entry.attempts, entry.begun?.stored, entry.next.stored]
    }

    static func entry(_ row: Row) throws -> OutboxEntry {
        var content = RowReader(row, of: "notice")
        let notice = try content.notice()
        var reader = RowReader(row, of: "outbox", from: 1)
        return OutboxEntry(
            id: try reader.integer(), notice: notice, attempts: try reader.int(), begun: try reader.optionalInstant(),
            next: try reader.instant())
    }
}
