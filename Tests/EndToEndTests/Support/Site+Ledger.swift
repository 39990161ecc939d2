import GRDB

extension Site {
    /// All that the ledger holds, but for the moments at which files were received and notices sent, as text.
    func ledger() throws -> [String] {
        let moments: Set = ["received_at", "recorded_at"]
        let queue = try DatabaseQueue(path: "\(state)/ledger.sqlite")
        return try queue.read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            return try tables.flatMap { table in
                let columns = try database.columns(in: table).map(\.name).filter { column in
                    !moments.contains(column) && !(table == "delivery" && column == "at")
                }
                let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
                return try Row.fetchAll(database, sql: "SELECT \(list) FROM \"\(table)\" ORDER BY \(list)")
                    .map { "\(table): \($0.description)" }
            }
        }
    }

    func count(_ table: String) throws -> Int {
        try DatabaseQueue(path: "\(state)/ledger.sqlite").read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
        }
    }
}
