internal import GRDB
internal import KPICore

/// How an attempt to deliver a notice stands in the ledger.
enum DeliveryRow {
    static let columns = "notice, attempt, at, outcome, detail_zh, detail_en, next_at"

    /// The same attempt of the same notice is recorded once.
    static let insertion = """
        INSERT INTO delivery (recorded, after_transition, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (notice, attempt) DO NOTHING
        """

    static func arguments(_ attempt: DeliveryAttempt) -> StatementArguments {
        [
            attempt.notice, attempt.attempt, attempt.at.stored, attempt.outcome.rawValue, attempt.detail.zh,
            attempt.detail.en, attempt.next?.stored,
        ]
    }

    static func attempt(_ row: Row, from column: Int) throws -> DeliveryAttempt {
        var reader = RowReader(row, of: "delivery", from: column)
        return DeliveryAttempt(
            notice: try reader.integer(), attempt: try reader.int(), at: try reader.instant(),
            outcome: try reader.word(), detail: try reader.label(), next: try reader.optionalInstant())
    }
}
