internal import GRDB
internal import KPICore

/// A table that tells a part of the history.
enum HistorySource: CaseIterable {
    case transition, act, withholding, notice, delivery

    /// The rows after a cursor, in the order in which they were recorded.
    func rows(
        _ choice: HistoryChoice, after cursor: HistoryCursor, limit: Int, in database: Database
    ) throws -> RowCursor {
        let sql = """
            SELECT \(position), \(columns) FROM \(tables) WHERE \(number) > ?\(choice.conditions(alertIn: alertTable))
            ORDER BY \(number) LIMIT ?
            """
        let after: StatementArguments = [self == .transition ? cursor.transition : cursor.other]
        return try Row.fetchCursor(
            database.cachedStatement(sql: sql), arguments: after + choice.arguments + [limit])
    }

    /// Where the latest rows stand, the latest first.
    func positions(_ choice: HistoryChoice, limit: Int, in database: Database) throws -> RowCursor {
        let sql = """
            SELECT \(position) FROM \(tables) WHERE 1\(choice.conditions(alertIn: alertTable))
            ORDER BY \(number) DESC LIMIT ?
            """
        return try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: choice.arguments + [limit])
    }

    func position(_ row: Row) throws -> HistoryPosition {
        var reader = RowReader(row, of: "\(self)")
        return HistoryPosition(transition: try reader.integer(), other: try reader.integer())
    }

    /// What a row of ``rows(_:after:limit:in:)`` tells.
    func event(_ row: Row) throws -> HistoryEntry.Event {
        switch self {
        case .transition:
            let sequenced = try TransitionRow.transition(row, from: 2)
            return .transition(sequenced.seq, sequenced.transition)
        case .act: return .act(try ActRow.act(row, from: 2))
        case .withholding: return .withholding(try WithholdingRow.withholding(row, from: 2))
        case .notice:
            var reader = RowReader(row, of: "notice", from: 2)
            let addressed = try reader.addressed()
            return .notice(try reader.notice(), addressed)
        case .delivery:
            var reader = RowReader(row, of: "notice", from: 9)
            let addressed = try reader.addressed()
            return .delivery(try DeliveryRow.attempt(row, from: 2), addressed)
        }
    }

    /// As ``HistoryPosition``. A transition stands before what else was recorded with it.
    private var position: String { self == .transition ? "t.seq, 0" : "t.after_transition, t.recorded" }

    private var number: String { self == .transition ? "t.seq" : "t.recorded" }

    private var tables: String {
        switch self {
        case .transition: "transition t"
        case .act: "act t"
        case .withholding: "withholding t"
        case .notice: "notice t"
        case .delivery: "delivery t JOIN notice n ON n.id = t.notice"
        }
    }

    private var alertTable: String { self == .delivery ? "n" : "t" }

    private var columns: String {
        func of(_ table: String, _ columns: String) -> String {
            columns.split(separator: ", ").map { "\(table).\($0)" }.joined(separator: ", ")
        }
        return switch self {
        case .transition: TransitionRow.columns
        case .act: ActRow.columns
        case .withholding: WithholdingRow.columns
        case .notice: "\(NoticeRow.address), json"
        case .delivery: "\(of("t", DeliveryRow.columns)), \(of("n", NoticeRow.address))"
        }
    }
}
