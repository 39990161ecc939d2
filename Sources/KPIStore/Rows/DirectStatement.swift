internal import GRDB
internal import GRDBSQLite

/// A statement whose parameters are bound and whose columns are read one by one. GRDB makes a value of each of them on the
/// way, for which rows that come by the million have no time.
struct DirectStatement {
    private let database: Database
    private let statement: Statement

    init(_ database: Database, sql: String) throws {
        self.database = database
        statement = try database.cachedStatement(sql: sql)
    }

    /// Runs it as often as it gives rows and `row` answers that it wants more.
    func run(_ bind: (inout Binder) -> Void, row: (Columns) throws -> Bool = { _ in true }) throws {
        let handle = unsafe statement.sqliteStatement
        defer { unsafe sqlite3_reset(handle) }
        var binder = unsafe Binder(handle)
        bind(&binder)
        guard binder.code == SQLITE_OK else { throw error() }
        while true {
            switch unsafe sqlite3_step(handle) {
            case SQLITE_ROW: guard try unsafe row(Columns(handle)) else { return }
            case SQLITE_DONE: return
            default: throw error()
            }
        }
    }

    private func error() -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: unsafe sqlite3_extended_errcode(database.sqliteConnection)),
            message: unsafe String(cString: sqlite3_errmsg(database.sqliteConnection)), sql: statement.sql)
    }

    /// Binds parameters from the first on.
    @safe struct Binder {  // the handle is the statement's, which outlives it
        private let handle: SQLiteStatement
        private var place: CInt = 0
        /// The first that failed.
        fileprivate private(set) var code = SQLITE_OK

        fileprivate init(_ handle: SQLiteStatement) { unsafe self.handle = handle }

        /// SQLite takes a copy: the text need not outlive the call.
        private static var copied: sqlite3_destructor_type {
            unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        }

        mutating func text(_ text: String) {
            var text = text
            let place = next()
            let code = text.withUTF8 { bytes in
                unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                    unsafe sqlite3_bind_text(
                        handle, place, characters.baseAddress, CInt(characters.count), Self.copied)
                }
            }
            note(code)
        }

        mutating func integer(_ integer: Int64) {
            let place = next()
            note(unsafe sqlite3_bind_int64(handle, place, integer))
        }

        mutating func bool(_ bool: Bool) { integer(bool ? 1 : 0) }

        mutating func number(_ number: Double?) {
            let place = next()
            if let number {
                note(unsafe sqlite3_bind_double(handle, place, number))
            } else {
                note(unsafe sqlite3_bind_null(handle, place))
            }
        }

        private mutating func next() -> CInt {
            place += 1
            return place
        }

        private mutating func note(_ code: CInt) {
            if self.code == SQLITE_OK { self.code = code }
        }
    }

    /// The columns of the row that is there, from 0.
    @safe struct Columns {  // likewise
        private let handle: SQLiteStatement

        fileprivate init(_ handle: SQLiteStatement) { unsafe self.handle = handle }

        func integer(_ place: CInt) -> Int64 { unsafe sqlite3_column_int64(handle, place) }
    }
}
