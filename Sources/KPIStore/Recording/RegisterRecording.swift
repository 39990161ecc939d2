internal import GRDB
internal import KPICore

/// Works out what an upload changes in a register, and records that.
struct RegisterRecording {
    private struct Version {
        let revision: Int
        /// Nil: taken out.
        let cells: [Cell]?
    }

    private let database: Database
    private let schema: RegisterSchema
    private let names: FormerNames

    init(_ database: Database, _ schema: RegisterSchema, _ names: FormerNames) {
        (self.database, self.schema, self.names) = (database, schema, names)
    }

    func record(_ rows: [RegisterRow], of intake: Intake, earlier: RecordedIntake?) throws -> Recorded {
        var current = try self.current()
        let id = try IntakeRow.nextID(in: database)
        let insertion = try database.cachedStatement(sql: RegisterRowCoding.insertion)
        var new: [RegisterRow] = []
        func insert(_ entity: String, _ cells: [Cell]?, line: Int) throws {
            let row = RegisterRow(
                register: schema.id, entity: entity, cells: cells, recordedAt: intake.receivedAt,
                origin: Observation.Origin(file: intake.file, line: line, sha256: intake.sha256))
            let revision = (current[entity]?.revision ?? 0) + 1
            try insertion.execute(
                arguments: RegisterRowCoding.arguments(row, intake: id, revision: revision, columns: schema.columns))
            current[entity] = Version(revision: revision, cells: cells)
            new.append(row)
        }

        let standing = current.filter { $0.value.cells != nil }.keys
        for row in rows where row.cells != current[row.entity]?.cells {
            try insert(row.entity, row.cells, line: row.origin.line)
        }
        let added = new.count
        let gone = schema.mode == .snapshot ? Set(standing).subtracting(rows.map(\.entity)) : []
        if intake.refused == 0 {
            for entity in gone.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
                try insert(entity, nil, line: 1)
            }
        }
        if let earlier, new.isEmpty { return Recorded(intake: earlier, isRepetition: true) }
        let entry = RecordedIntake(
            id: id, file: intake.file, sha256: intake.sha256, receivedAt: intake.receivedAt,
            kind: .register(schema.id), accepted: rows.count, refused: intake.refused, added: added,
            removed: new.count - added, withheld: intake.refused == 0 ? 0 : gone.count, findings: intake.findings)
        try IntakeRow.insert(entry, in: database)
        return Recorded(intake: entry, isRepetition: false, registerRows: new)
    }

    /// The latest version of every entity that was ever in the register, with its units as they are called now. Under
    /// another key an entity counts its revisions on.
    private func current() throws -> [String: Version] {
        // With a lone max(), SQLite takes the other columns from the row that holds the maximum.
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT entity, max(revision), cells FROM register_row WHERE register = ? GROUP BY entity ORDER BY id
                """,
            arguments: [schema.id.text])
        var current: [String: Version] = [:]
        while let row = try rows.next() {
            var reader = RowReader(row, of: "register_row")
            let entity = names.present(try reader.text(), in: schema.id)
            let revision = max(try reader.int(), current[entity]?.revision ?? 0)
            current[entity] = Version(revision: revision, cells: try reader.cells(of: schema).map { names.present($0) })
        }
        return current
    }
}
