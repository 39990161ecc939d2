internal import GRDB
internal import KPICore

/// How an intake stands in the ledger.
enum IntakeRow {
    static let columns =
        "id, file, sha256, received_at, kind, register, accepted, refused, added, removed, withheld, findings"

    private static let insertion = "INSERT INTO intake (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

    /// Entries are never deleted, so that one more than the highest is a number that was never given.
    static func nextID(in database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) + 1 FROM intake") ?? 1
    }

    static func insert(_ intake: RecordedIntake, in database: Database) throws {
        try database.cachedStatement(sql: insertion).execute(arguments: arguments(intake))
    }

    private enum Kind: String {
        case reports, register, unreadable
    }

    private static func arguments(_ intake: RecordedIntake) -> StatementArguments {
        let (kind, register): (Kind, RegisterID?) =
            switch intake.kind {
            case .reports: (.reports, nil)
            case .register(let id): (.register, id)
            case .unreadable: (.unreadable, nil)
            }
        return [
            intake.id, intake.file, intake.sha256, intake.receivedAt.stored, kind.rawValue, register?.text,
            intake.accepted, intake.refused, intake.added, intake.removed, intake.withheld, intake.findings.stored,
        ]
    }

    static func intake(_ row: Row) throws -> RecordedIntake {
        var reader = RowReader(row, of: "intake")
        let id = try reader.integer()
        let file = try reader.text()
        let sha256 = try reader.text()
        let receivedAt = try reader.instant()
        let kind = try reader.word(Kind.self)
        let register = try reader.optionalText()
        let content: RecordedIntake.Kind =
            switch (kind, register) {
            case (.register, let register?): .register(RegisterID(register))
            case (.register, nil): throw reader.unreadable("NULL")
            case (.reports, _): .reports
            case (.unreadable, _): .unreadable
            }
        let (accepted, refused, added) = (try reader.int(), try reader.int(), try reader.int())
        let (removed, withheld) = (try reader.int(), try reader.int())
        let json = try reader.json()
        guard let findings = [Finding](stored: json) else { throw reader.unreadable(json.compact) }
        return RecordedIntake(
            id: id, file: file, sha256: sha256, receivedAt: receivedAt, kind: content, accepted: accepted,
            refused: refused, added: added, removed: removed, withheld: withheld, findings: findings)
    }
}
