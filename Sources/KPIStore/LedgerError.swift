internal import GRDB
internal import KPICore

/// The ledger could not do what it was asked. Nothing was changed: every change is one transaction.
package struct LedgerError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Operation: String, Sendable, CaseIterable {
        case open, migrate, load, record, commit, read
    }

    package enum Kind: String, Sendable, CaseIterable {
        /// Another process holds the database.
        case busy
        /// The disk, the quota or the size limit of the database is reached.
        case full
        /// Reading, writing or syncing failed below SQLite.
        case inputOutput = "input_output"
        /// The file may not be opened or written, or its folder is not there.
        case inaccessible
        /// Pages or rows do not hold what they must.
        case corrupt
        /// There is a file, and it is not a ledger.
        case notALedger = "not_a_ledger"
        /// A later version of kpid wrote it.
        case newerSchema = "newer_schema"
        /// It was opened for reading only, and would have to be migrated first.
        case olderSchema = "older_schema"
        /// The file that was to be recorded could not be read to its end.
        case source
        case other
    }

    package let operation: Operation
    /// Of the database file.
    package let path: String
    package let kind: Kind
    /// What the layer below said.
    package let cause: String

    package init(_ operation: Operation, path: String, kind: Kind, cause: String) {
        self.operation = operation
        self.path = path
        self.kind = kind
        self.cause = cause
    }

    /// Whether the same call may succeed later without anybody mending anything in the ledger.
    package var isTransient: Bool {
        switch kind {
        case .busy, .full, .inputOutput, .source: true
        case .inaccessible, .corrupt, .notALedger, .newerSchema, .olderSchema, .other: false
        }
    }

    /// The way out.
    package var hint: String {
        switch kind {
        case .busy: "another process is using the ledger; it is tried again"
        case .full: "free some space on its file system; nothing is lost, and it is tried again"
        case .inputOutput: "look for disk errors in the kernel's log; it is tried again"
        case .inaccessible: "check that the folder exists and that its owner and mode let kpid write there"
        case .corrupt: "put the damaged file aside and restore a backup, or recover it with sqlite3's .recover"
        case .notALedger: "choose another state directory, or put the file aside"
        case .newerSchema: "run the version of kpid that wrote it, or a later one"
        case .olderSchema: "start kpid once: it brings the ledger up to date"
        case .source: "nothing of it was recorded, and it is tried again"
        case .other: "this should not happen; the ledger was left as it was"
        }
    }

    package var description: String { "cannot \(operation.rawValue) the ledger \(path): \(cause); \(hint)" }
}

extension LedgerError {
    /// What an error of SQLite or of our own reading means.
    init(_ operation: Operation, path: String, _ error: any Error) {
        switch error {
        case let error as LedgerError:
            self = error
        case let error as UnreadableSource:
            self.init(operation, path: path, kind: .source, cause: error.description)
        case let error as UnreadableRow:
            self.init(operation, path: path, kind: .corrupt, cause: error.description)
        case let error as DatabaseError:
            let code = error.extendedResultCode.rawValue
            let words = error.message ?? "no message"
            self.init(operation, path: path, kind: Self.kind(of: error.resultCode), cause: "\(words) (SQLite \(code))")
        default:
            self.init(operation, path: path, kind: .other, cause: String(describing: error))
        }
    }

    private static func kind(of code: ResultCode) -> Kind {
        switch code {
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL, .SQLITE_INTERRUPT: .busy
        case .SQLITE_FULL: .full
        case .SQLITE_IOERR, .SQLITE_NOMEM: .inputOutput
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH, .SQLITE_NOLFS: .inaccessible
        case .SQLITE_CORRUPT, .SQLITE_FORMAT: .corrupt
        case .SQLITE_NOTADB: .notALedger
        default: .other
        }
    }
}
