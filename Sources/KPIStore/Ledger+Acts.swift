internal import GRDB
package import KPICore

extension Ledger {
    /// Records what an operator did.
    ///
    /// - Throws: for an undoing of an act that the ledger does not hold.
    package func record(
        _ deed: Deed, comment: String, author: String, at moment: Instant
    ) throws(LedgerError) -> Act {
        try write(.record) { database in
            let id = try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) + 1 FROM act") ?? 1
            let act = Act(id: id, at: moment, author: author, comment: comment, deed: deed)
            var order = try RecordOrder(database)
            let alert = try Self.alert(of: deed, in: database)
            try database.cachedStatement(sql: ActRow.insertion)
                .execute(arguments: order.next() + ActRow.arguments(act, of: alert))
            return act
        }
    }

    /// In whose history a deed is told: of the alert that it acknowledges, or whose acknowledgement it takes back.
    private static func alert(of deed: Deed, in database: Database) throws -> AlertIdentity? {
        switch deed {
        case .acknowledge(let acknowledgement): return acknowledgement.alert
        case .silence, .maintain: return nil
        case .undo(let id):
            let statement = try database.cachedStatement(sql: "SELECT rule, target, unit, scope FROM act WHERE id = ?")
            return try Row.fetchOne(statement, arguments: [id]).flatMap { row in
                var reader = RowReader(row, of: "act")
                return try reader.optionalIdentity()
            }
        }
    }
}
