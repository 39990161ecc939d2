internal import GRDB
internal import GRDBSQLite
internal import Glibc

/// Everything that kpid was told and everything that it decided, in one SQLite file that is only ever added to.
///
/// Every call is one transaction, is durable when it returns, and blocks while it runs: it belongs on a thread of its
/// own. The shape of the tables and its reasons are in <doc:Ledger>.
package final class Ledger: Sendable {
    package let path: String
    private let queue: DatabaseQueue

    /// Opens the ledger, or creates it (mode 0640), and brings an older one up to date.
    ///
    /// - Throws: ``LedgerError`` of kind `newerSchema` for a ledger that a later version wrote, `notALedger` for any
    ///   other file; opened for reading only, a ledger that would have to be migrated is an `olderSchema`.
    /// - Parameter patience: seconds to wait for another process that is using the ledger.
    package init(path: String, readOnly: Bool = false, patience: Double = 5) throws(LedgerError) {
        self.path = path
        if !readOnly { try Self.create(path) }
        do {
            queue = try DatabaseQueue(
                path: path, configuration: Self.configuration(readOnly: readOnly, patience: patience))
            try Self.migrate(queue, path: path, readOnly: readOnly)
        } catch {
            throw LedgerError(.open, path: path, error)
        }
    }

    func read<Value>(_ operation: LedgerError.Operation, _ body: (Database) throws -> Value) throws(LedgerError)
        -> Value
    {
        do {
            return try queue.read(body)
        } catch {
            throw LedgerError(operation, path: path, error)
        }
    }

    /// One transaction, durable when this returns and undone when it throws.
    func write<Value>(_ operation: LedgerError.Operation, _ body: (Database) throws -> Value) throws(LedgerError)
        -> Value
    {
        do {
            let value = try queue.write { database in
                let value = try body(database)
                FaultPoint.beforeCommit.pass()
                return value
            }
            FaultPoint.afterCommit.pass()
            return value
        } catch {
            throw LedgerError(operation, path: path, error)
        }
    }

    /// Limits the size of the file, so that a full disk can be shown without filling one.
    func limit(pages: Int) throws {
        try queue.writeWithoutTransaction { database in
            _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(pages)")
        }
    }

    /// SQLite would create the file readable by everyone; its journal files take over the mode of the database.
    private static func create(_ path: String) throws(LedgerError) {
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else {
            let cause = unsafe String(cString: strerror(errno))
            throw LedgerError(.open, path: path, kind: .inaccessible, cause: cause)
        }
        close(descriptor)
    }

    private static func configuration(readOnly: Bool, patience: Double) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(patience)
        configuration.label = "kpid.ledger"
        configuration.prepareDatabase { database in
            guard !readOnly else { return }
            // GRDB's own way into WAL sets synchronous to NORMAL, which loses the last commits with the power.
            let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
            guard mode == "wal" else {
                throw DatabaseError(
                    resultCode: .SQLITE_CANTOPEN, message: "no write-ahead log here, but '\(mode ?? "")'")
            }
            try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -16000")
            // After a large report the log would keep its size on disk for ever.
            _ = try Int.fetchOne(database, sql: "PRAGMA journal_size_limit = 67108864")
            try keepLog(of: database)
        }
        return configuration
    }

    /// Leaves the files of the log behind, empty, when the last connection closes. Without them nobody who may only read
    /// the folder could open the ledger while no daemon runs: SQLite would want to create them.
    private static func keepLog(of database: Database) throws {
        var isKept: CInt = 1
        let code = unsafe sqlite3_file_control(
            database.sqliteConnection, nil, SQLITE_FCNTL_PERSIST_WAL, &isKept)
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    private static func migrate(_ queue: DatabaseQueue, path: String, readOnly: Bool) throws {
        let migrator = Schema.migrator
        let isCurrent = try queue.read { database in
            let id = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
            guard id == Schema.applicationID || (id == 0 && isEmpty) else {
                let cause = "it is a database of another program (application id \(id))"
                throw LedgerError(.open, path: path, kind: .notALedger, cause: cause)
            }
            guard try !migrator.hasBeenSuperseded(database) else {
                let unknown = try migrator.appliedIdentifiers(database).subtracting(migrator.migrations).sorted()
                let cause = "it was brought to '\(unknown.joined(separator: "', '"))', which this version does not know"
                throw LedgerError(.open, path: path, kind: .newerSchema, cause: cause)
            }
            return try migrator.hasCompletedMigrations(database)
        }
        guard !isCurrent else { return }
        guard !readOnly else {
            throw LedgerError(.open, path: path, kind: .olderSchema, cause: "it has not been brought up to date")
        }
        do {
            try migrator.migrate(queue)
        } catch {
            throw LedgerError(.migrate, path: path, error)
        }
    }
}
