internal import GRDB
internal import KPICore

/// How a withholding stands in the ledger.
enum WithholdingRow {
    static let columns = "rule, target, unit, scope, recipient, at, step, suppressor, note_zh, note_en"

    static let insertion = """
        INSERT INTO withholding (recorded, after_transition, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    static func arguments(_ withholding: Withholding) -> StatementArguments {
        ToldRow.key(withholding.key) + [
            withholding.at.stored, withholding.step.rawValue, withholding.by.rawValue, withholding.note.zh,
            withholding.note.en,
        ]
    }

    static func withholding(_ row: Row, from column: Int) throws -> Withholding {
        var reader = RowReader(row, of: "withholding", from: column)
        let key = Told.Key(try reader.identity(), RecipientID(try reader.text()))
        let at = try reader.instant()
        let step = try reader.word(Withholding.Step.self)
        return Withholding(key, at: at, step, by: try reader.word(), note: try reader.label())
    }
}
