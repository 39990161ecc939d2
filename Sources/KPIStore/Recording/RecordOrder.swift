internal import GRDB

/// Where in the order of all that is recorded the next row stands that is no transition.
struct RecordOrder {
    private let transition: Int64
    private(set) var latest: Int64

    /// - Parameter transition: the latest one.
    init(_ database: Database, after transition: Int64) throws {
        self.transition = transition
        latest = try Int64.fetchOne(database.cachedStatement(sql: Self.sql)) ?? 0
    }

    init(_ database: Database) throws {
        try self.init(database, after: Ledger.lastTransition(in: database))
    }

    /// The columns `recorded` and `after_transition` of the next row.
    mutating func next() -> StatementArguments {
        latest += 1
        return [latest, transition]
    }

    /// Rows are never deleted, so that one more than the highest is a number that was never given.
    private static let sql = """
        SELECT max(
            (SELECT coalesce(max(recorded), 0) FROM act), (SELECT coalesce(max(recorded), 0) FROM notice),
            (SELECT coalesce(max(recorded), 0) FROM delivery), (SELECT coalesce(max(recorded), 0) FROM withholding))
        """
}
