internal import GRDB
internal import KPICore

/// How a row of a register stands in the ledger.
enum RegisterRowCoding {
    static let columns = "intake, line, register, entity, cells, recorded_at"

    static let insertion = """
        INSERT INTO register_row (intake, line, register, entity, cells, recorded_at, revision)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """

    static func arguments(
        _ row: RegisterRow, intake: Int64, revision: Int, columns: [RegisterSchema.Column]
    ) -> StatementArguments {
        [
            intake, row.origin.line, row.register.text, row.entity, row.cells?.stored(columns: columns),
            row.recordedAt.stored, revision,
        ]
    }

    static func row(
        _ row: Row, of schema: RegisterSchema, origin: (Int64) -> (file: String, sha256: String)?
    ) throws -> RegisterRow {
        var reader = RowReader(row, of: "register_row")
        let intake = try reader.integer()
        guard let origin = origin(intake) else { throw reader.unreadable("\(intake)") }
        let line = try reader.int()
        let register = RegisterID(try reader.text())
        let entity = try reader.text()
        let cells = try reader.cells(of: schema)
        return RegisterRow(
            register: register, entity: entity, cells: cells, recordedAt: try reader.instant(),
            origin: Observation.Origin(file: origin.file, line: line, sha256: origin.sha256))
    }
}

extension RowReader {
    mutating func cells(of schema: RegisterSchema) throws -> [Cell]? {
        guard let json = try optionalJSON() else { return nil }
        guard let cells = [Cell](stored: json, columns: schema.columns) else { throw unreadable(json.compact) }
        return cells
    }
}
