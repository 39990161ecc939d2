internal import GRDB

/// The steps by which a ledger came to be what it is. A step that was shipped is never changed: ledgers exist that
/// were made by it. A later version adds steps at the end.
enum Schema {
    /// Stands in the header of the file, so that another program's database is not taken for ours: "kpid".
    static let applicationID: Int32 = 0x6B70_6964

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001-ledger", migrate: Migration001.migrate)
        migrator.registerMigration("002-alerts", migrate: Migration002.migrate)
        migrator.registerMigration("003-telling", migrate: Migration003.migrate)
        return migrator
    }
}
