internal import GRDB
internal import KPICore

/// Reads the columns of a row one after the other. Everything is read as optional and checked, because GRDB's plain
/// subscripts end the process on a NULL, which a damaged file may hold anywhere.
struct RowReader {
    private let row: Row
    private let table: String
    private var index: Int

    /// - Parameter column: where the columns of the table begin in a row that has those of others, too.
    init(_ row: Row, of table: String, from column: Int = 0) {
        (self.row, self.table, index) = (row, table, column)
    }

    mutating func optionalText() throws -> String? {
        defer { index += 1 }
        return try column()[index]
    }

    mutating func optionalNumber() throws -> Double? {
        defer { index += 1 }
        return try column()[index]
    }

    mutating func optionalInteger() throws -> Int64? {
        defer { index += 1 }
        return try column()[index]
    }

    mutating func text() throws -> String { try present(optionalText()) }

    mutating func integer() throws -> Int64 { try present(optionalInteger()) }

    mutating func int() throws -> Int {
        let value = try integer()
        guard let int = Int(exactly: value) else { throw unreadable("\(value)") }
        return int
    }

    /// What is known of a figure is kept with its revision in four bytes.
    mutating func revision() throws -> Int {
        let revision = try int()
        guard revision <= Int32.max else { throw unreadable("\(revision)") }
        return revision
    }

    mutating func bool() throws -> Bool { try integer() != 0 }

    mutating func word<Word: RawRepresentable<String>>(_ type: Word.Type = Word.self) throws -> Word {
        let text = try text()
        guard let word = Word(rawValue: text) else { throw unreadable(text) }
        return word
    }

    mutating func optionalWord<Word: RawRepresentable<String>>(_ type: Word.Type = Word.self) throws -> Word? {
        guard let text = try optionalText() else { return nil }
        guard let word = Word(rawValue: text) else { throw unreadable(text) }
        return word
    }

    mutating func instant() throws -> Instant { try present(optionalInstant()) }

    mutating func optionalInstant() throws -> Instant? {
        guard let text = try optionalText() else { return nil }
        guard let instant = Instant(stored: text) else { throw unreadable(text) }
        return instant
    }

    mutating func date() throws -> LocalDate { try present(optionalDate()) }

    mutating func optionalDate() throws -> LocalDate? {
        guard let text = try optionalText() else { return nil }
        guard let date = LocalDate(text) else { throw unreadable(text) }
        return date
    }

    mutating func json() throws -> JSON { try present(optionalJSON()) }

    mutating func optionalJSON() throws -> JSON? {
        guard let text = try optionalText() else { return nil }
        guard let json = JSON(parsing: text) else { throw unreadable(text) }
        return json
    }

    /// About the column read last.
    func unreadable(_ content: String) -> UnreadableRow {
        unreadable(because: "cannot read '\(content.prefix(80))'")
    }

    /// About the column read last.
    func unreadable(because reason: String) -> UnreadableRow {
        let names = Array(row.columnNames)
        let column = names.indices.contains(index - 1) ? names[index - 1] : "\(index)"
        return UnreadableRow(table: table, column: column, content: reason)
    }

    private func column() throws -> Row {
        guard index < row.count else {
            throw UnreadableRow(table: table, column: "\(index + 1)", content: "there is no such column")
        }
        return row
    }

    private func present<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw unreadable("NULL") }
        return value
    }
}
