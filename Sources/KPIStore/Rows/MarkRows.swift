internal import GRDB
internal import KPICore

/// How it stands in the ledger what the telling remembers beside what was told.
enum MarkRows {
    static func write(_ marks: TellingMarks, in database: Database) throws {
        let recipient = try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO recipient_mark (recipient, digested_through, grouped) VALUES (?, ?, ?)")
        for (id, mark) in marks.recipients {
            try recipient.execute(arguments: [id.text, mark.digestedThrough?.stored, mark.grouped])
        }
        let act = try database.cachedStatement(sql: "INSERT OR IGNORE INTO act_mark (act) VALUES (?)")
        for id in marks.remindedOf { try act.execute(arguments: [id]) }
    }

    static func read(in database: Database) throws -> TellingMarks {
        var marks = TellingMarks()
        let recipients = try Row.fetchCursor(
            database, sql: "SELECT recipient, digested_through, grouped FROM recipient_mark")
        while let row = try recipients.next() {
            var reader = RowReader(row, of: "recipient_mark")
            let id = RecipientID(try reader.text())
            marks.recipients[id] = .init(digestedThrough: try reader.optionalInstant(), grouped: try reader.int())
        }
        let acts = try Row.fetchCursor(database, sql: "SELECT act FROM act_mark")
        while let row = try acts.next() {
            var reader = RowReader(row, of: "act_mark")
            marks.remindedOf.insert(try reader.integer())
        }
        return marks
    }
}
