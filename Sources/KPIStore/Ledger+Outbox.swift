internal import GRDB
package import KPICore

extension Ledger {
    /// What waits to be delivered, in the order in which it was decided, whether its time has come or not.
    ///
    /// - Parameters:
    ///   - channel: nil for all of them.
    ///   - notice: only what was decided after it.
    package func outbox(
        channel: String? = nil, after notice: Int64 = 0, limit: Int
    ) throws(LedgerError) -> [OutboxEntry] {
        try read(.read) { try Self.outbox(channel: channel, after: notice, limit: limit, in: $0) }
    }

    /// The channels for which something waits.
    package func outboxChannels() throws(LedgerError) -> [String] {
        try read(.read) { database in
            let rows = try Row.fetchCursor(database, sql: "SELECT DISTINCT channel FROM outbox ORDER BY channel")
            var channels: [String] = []
            while let row = try rows.next() {
                var reader = RowReader(row, of: "outbox")
                channels.append(try reader.text())
            }
            return channels
        }
    }

    /// Records an attempt, and what follows from it: the notice waits on, or leaves the outbox. The same attempt of the
    /// same notice counts once.
    ///
    /// - Throws: for a notice that the ledger does not hold, and an attempt that was postponed without saying to when.
    package func settle(_ attempt: DeliveryAttempt) throws(LedgerError) {
        try write(.record) { database in
            var order = try RecordOrder(database)
            try Self.settle(attempt, &order, in: database)
        }
    }

    /// Gives up what waits for a channel, as it must be when there is no such channel any more.
    ///
    /// - Returns: what was given up.
    @discardableResult
    package func abandon(channel: String, at moment: Instant, reason: Label) throws(LedgerError) -> [OutboxEntry] {
        try write(.record) { database in
            let entries = try Self.outbox(channel: channel, after: 0, limit: -1, in: database)
            var order = try RecordOrder(database)
            for entry in entries {
                let attempt = DeliveryAttempt(
                    notice: entry.id, attempt: entry.attempts + 1, at: moment, outcome: .givenUp, detail: reason)
                try Self.settle(attempt, &order, in: database)
            }
            return entries
        }
    }

    /// How alerts stand that recipients of a channel believe to fire: of each the latest notice, delivered or still on
    /// its way, by alert and recipient.
    package func openNotices(channel: String) throws(LedgerError) -> [Notice] {
        let ofAlert = NoticeEvent.allCases.filter(\.isOfAlert).map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return try read(.read) { database in
            let rows = try Row.fetchCursor(
                database.cachedStatement(
                    sql: """
                        SELECT n.json FROM told t JOIN notice n ON n.id = (
                            SELECT l.id FROM notice l
                            WHERE l.rule = t.rule AND l.target = t.target AND l.unit = t.unit AND l.scope = t.scope
                                AND l.recipient = t.recipient AND l.channel = ? AND l.event IN (\(ofAlert))
                            ORDER BY l.recorded DESC LIMIT 1)
                        WHERE t.severity IS NOT NULL ORDER BY t.rule, t.target, t.unit, t.scope, t.recipient
                        """),
                arguments: [channel])
            var notices: [Notice] = []
            while let row = try rows.next() {
                var reader = RowReader(row, of: "notice")
                notices.append(try reader.notice())
            }
            return notices
        }
    }

    private static func outbox(
        channel: String?, after notice: Int64, limit: Int, in database: Database
    ) throws -> [OutboxEntry] {
        let sql = OutboxRow.selection(where: "o.notice > ?" + (channel == nil ? "" : " AND o.channel = ?"))
        let arguments: StatementArguments = [notice] + (channel.map { [$0] } ?? [])
        let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments + [limit])
        var entries: [OutboxEntry] = []
        while let row = try rows.next() { entries.append(try OutboxRow.entry(row)) }
        return entries
    }

    private static func settle(_ attempt: DeliveryAttempt, _ order: inout RecordOrder, in database: Database) throws {
        try database.cachedStatement(sql: DeliveryRow.insertion)
            .execute(arguments: order.next() + DeliveryRow.arguments(attempt))
        guard database.changesCount > 0 else { return }
        switch attempt.outcome {
        case .delivered, .givenUp:
            try database.cachedStatement(sql: "DELETE FROM outbox WHERE notice = ?")
                .execute(arguments: [attempt.notice])
        case .postponed:
            try database.cachedStatement(
                sql: """
                    UPDATE outbox SET attempts = ?, begun_at = coalesce(begun_at, ?), next_at = ? WHERE notice = ?
                    """
            ).execute(
                arguments: [attempt.attempt, attempt.at.stored, attempt.next?.stored, attempt.notice])
        }
    }
}
