internal import GRDB
package import KPICore

extension Ledger {
    /// Everything from which the present can be built again, as of one moment.
    ///
    /// - Parameters:
    ///   - registers: whose rows are wanted; their cells come in the order of these schemas' columns, whatever the columns
    ///     were when they were recorded.
    ///   - names: what targets and units are called now.
    package func load(
        registers: some Collection<RegisterSchema> & Sendable, names: FormerNames = FormerNames()
    ) throws(LedgerError) -> LedgerContents {
        try read(.load) { database in
            let intakes = try Self.intakes(in: database)
            let acts = try Self.acts(in: database)
            // The rows of one intake stand together, and a later intake has a higher number.
            let evaluated = try Self.meta(MetaName.evaluatedIntake, in: database).flatMap(Int64.init) ?? 0
            let registerRows = try Self.registerRows(
                in: database, of: registers, Self.origins(intakes), after: evaluated)
            var facts = Facts(names)
            facts.acts = ActBook(acts, names: names)
            for row in registerRows.rows { facts.registers.add(row) }
            var reports = ReportLoading(facts, evaluated: evaluated)
            try reports.load(intakes, from: database)
            return LedgerContents(
                intakes: intakes,
                facts: reports.facts,
                registerRows: registerRows.rows,
                freshIntakeCount: intakes.count { $0.id > evaluated },
                freshReports: reports.fresh,
                freshRegisterRows: registerRows.fresh,
                alerts: try Self.alerts(in: database),
                evaluatedThrough: try Self.meta(MetaName.evaluatedThrough, in: database).map(Self.evaluatedThrough),
                lastTransition: try Self.lastTransition(in: database),
                acts: acts, told: try Self.told(in: database),
                marks: try MarkRows.read(in: database))
        }
    }

    /// Every revision of every figure as it was recorded, in that order.
    package func observations() throws(LedgerError) -> [Observation] {
        try read(.load) { database in
            let origins = Self.origins(try Self.intakes(in: database))
            var decoder = ObservationRow()
            var observations: [Observation] = []
            let rows = try Row.fetchCursor(
                database, sql: "SELECT \(ObservationRow.columns) FROM observation ORDER BY id")
            while let row = try rows.next() { observations.append(try decoder.observation(row) { origins[$0] }) }
            return observations
        }
    }

    /// The rows of registers alone, for when a changed configuration reads them otherwise.
    package func registerRows(of registers: some Collection<RegisterSchema> & Sendable) throws(LedgerError)
        -> [RegisterRow]
    {
        try read(.load) { database in
            let origins = Self.origins(try Self.intakes(in: database))
            return try Self.registerRows(in: database, of: registers, origins, after: .max).rows
        }
    }

    private typealias Origins = [Int64: (file: String, sha256: String)]

    private static func origins(_ intakes: [RecordedIntake]) -> Origins {
        Dictionary(uniqueKeysWithValues: intakes.map { ($0.id, (file: $0.file, sha256: $0.sha256)) })
    }

    private static func intakes(in database: Database) throws -> [RecordedIntake] {
        var intakes: [RecordedIntake] = []
        let rows = try Row.fetchCursor(database, sql: "SELECT \(IntakeRow.columns) FROM intake ORDER BY id")
        while let row = try rows.next() { intakes.append(try IntakeRow.intake(row)) }
        return intakes
    }

    private static func registerRows(
        in database: Database, of registers: some Collection<RegisterSchema>, _ origins: Origins,
        after intake: Int64
    ) throws -> (rows: [RegisterRow], fresh: Int) {
        let schemas = Dictionary(uniqueKeysWithValues: registers.map { ($0.id.text, $0) })
        var found: [RegisterRow] = []
        var fresh = 0
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(RegisterRowCoding.columns) FROM register_row ORDER BY id")
        while let row = try rows.next() {
            let register: String? = row[2]
            guard let schema = register.flatMap({ schemas[$0] }) else { continue }
            found.append(try RegisterRowCoding.row(row, of: schema) { origins[$0] })
            if row[0] > intake { fresh += 1 }
        }
        return (found, fresh)
    }

    private static func alerts(in database: Database) throws -> [Alert] {
        var alerts: [Alert] = []
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(AlertRow.columns) FROM alert ORDER BY rule, target, unit, scope")
        while let row = try rows.next() { alerts.append(try AlertRow.alert(row)) }
        return alerts
    }

    private static func acts(in database: Database) throws -> [Act] {
        var acts: [Act] = []
        let rows = try Row.fetchCursor(database, sql: "SELECT \(ActRow.columns) FROM act ORDER BY id")
        while let row = try rows.next() { acts.append(try ActRow.act(row)) }
        return acts
    }

    private static func told(in database: Database) throws -> [Told.Key: Told] {
        var told: [Told.Key: Told] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT \(ToldRow.columns) FROM told")
        while let row = try rows.next() {
            let (key, value) = try ToldRow.told(row)
            told[key] = value
        }
        return told
    }

    private static func meta(_ name: String, in database: Database) throws -> String? {
        try String.fetchOne(database, sql: "SELECT value FROM meta WHERE name = ?", arguments: [name])
    }

    private static func evaluatedThrough(_ text: String) throws -> Instant {
        guard let instant = Instant(stored: text) else {
            throw UnreadableRow(table: "meta", column: MetaName.evaluatedThrough, content: "cannot read '\(text)'")
        }
        return instant
    }
}
