internal import GRDB
internal import KPICore

/// Writes down what was decided about telling people.
struct TellingRecording {
    private let database: Database
    private var order: RecordOrder

    /// - Parameter transition: the latest one, those of the same tick included.
    init(_ database: Database, after transition: Int64) throws {
        self.database = database
        order = try RecordOrder(database, after: transition)
    }

    /// - Returns: the new notices, as they lie in the outbox.
    mutating func record(_ telling: TellingRecord) throws -> [OutboxEntry] {
        let insertion = try database.cachedStatement(sql: WithholdingRow.insertion)
        for withholding in telling.withholdings {
            try insertion.execute(arguments: order.next() + WithholdingRow.arguments(withholding))
        }
        let notices = try post(telling.notices)
        try remember(telling.told)
        if let marks = telling.marks { try MarkRows.write(marks, in: database) }
        return notices
    }

    /// A notice whose key is known was decided before: it is left as it is, delivered or not.
    private mutating func post(_ notices: [DecidedNotice]) throws -> [OutboxEntry] {
        guard !notices.isEmpty else { return [] }
        var id = try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) FROM notice") ?? 0
        let known = try database.cachedStatement(sql: "SELECT 1 FROM notice WHERE key = ?")
        let insertion = try database.cachedStatement(sql: NoticeRow.insertion)
        let posting = try database.cachedStatement(sql: OutboxRow.insertion)
        var entries: [OutboxEntry] = []
        for decided in notices {
            guard try Row.fetchOne(known, arguments: [decided.notice.key.text]) == nil else { continue }
            id += 1
            let entry = OutboxEntry(id: id, notice: decided.notice, next: decided.notice.at.instant)
            try insertion.execute(arguments: [id] + order.next() + NoticeRow.arguments(decided))
            try posting.execute(arguments: OutboxRow.arguments(entry))
            entries.append(entry)
        }
        return entries
    }

    private func remember(_ told: [(key: Told.Key, told: Told?)]) throws {
        let insertion = try database.cachedStatement(sql: ToldRow.insertion)
        let deletion = try database.cachedStatement(sql: ToldRow.deletion)
        for (key, told) in told {
            if let told {
                try insertion.execute(arguments: ToldRow.arguments(key, told))
            } else {
                try deletion.execute(arguments: ToldRow.key(key))
            }
        }
    }
}
