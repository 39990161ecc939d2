internal import GRDB
internal import KPICore

/// Works out which rows of a report file say something new, and records those.
///
/// The key of each row is looked up in the index, where rows of the same file that came before it stand already: so
/// memory does not grow with the file, and a file that says the same twice is no special case. The comparison is made
/// in SQL, inside the index, because a file may hold one key a million times over.
struct ReportRecording {
    private let database: Database
    private let names: FormerNames
    private let sameRevision: Statement
    private let highest: Statement
    private let insertion: Statement

    init(_ database: Database, _ names: FormerNames) throws {
        self.database = database
        self.names = names
        sameRevision = try database.cachedStatement(
            sql: "SELECT 1 FROM observation WHERE \(Self.sameKey) AND revision = ? AND \(Self.agrees) LIMIT 1")
        highest = try database.cachedStatement(
            sql: """
                SELECT revision, \(Self.agrees) FROM observation WHERE \(Self.sameKey)
                ORDER BY revision DESC LIMIT 2
                """)
        insertion = try database.cachedStatement(sql: ObservationRow.insertion)
    }

    private static let sameKey = "target = ? AND unit = ? AND period = ? AND disaggregation = ?"

    /// `Observation.agrees(with:)`, for rows of the same key.
    private static let agrees = """
        (lower IS ? AND numerator IS ? AND upper IS ? AND denominator IS ? AND has_value = ? AND form = ? \
        AND basis = ? AND is_retraction = ?)
        """

    func record(
        _ observations: [Observation], of intake: Intake, earlier: RecordedIntake?
    ) throws -> Recorded {
        let open = earlier.map { OpenLines(of: $0) }
        if let earlier, let open, !observations.contains(where: { open.contains($0.origin.line) }) {
            return Recorded(intake: earlier, isRepetition: true)
        }
        let id = try IntakeRow.nextID(in: database)
        var new: [Observation] = []
        for observation in observations where open?.contains(observation.origin.line) ?? true {
            guard let revision = try revision(of: observation) else { continue }
            let row = observation.recorded(as: revision, from: intake)
            try insertion.execute(arguments: ObservationRow.arguments(row, intake: id))
            new.append(row)
        }
        let entry = RecordedIntake(
            id: id, file: intake.file, sha256: intake.sha256, receivedAt: intake.receivedAt, kind: .reports,
            accepted: observations.count, refused: intake.refused, added: new.count, findings: intake.findings)
        try IntakeRow.insert(entry, in: database)
        return Recorded(intake: entry, isRepetition: false, observations: new)
    }

    /// The revision under which a row is to be recorded; nil when what it says is recorded already, be it under names
    /// of before.
    private func revision(of observation: Observation) throws -> Int? {
        let keys = [observation.key] + names.formerly(observation.key)
        let agrees: StatementArguments = [
            observation.value?.lower, observation.numerator, observation.value?.upper, observation.denominator,
            observation.value != nil, observation.form.rawValue, observation.basis.rawValue,
            observation.isRetraction,
        ]
        guard observation.revision == 0 else {
            let isRecorded = try keys.contains { key in
                let same = Self.arguments(key) + [observation.revision] + agrees
                return try Row.fetchCursor(sameRevision, arguments: same).next() != nil
            }
            return isRecorded ? nil : observation.revision
        }
        let recorded = try keys.flatMap { try latest(of: $0, agrees) }.sorted { $0.revision > $1.revision }
        guard let (revision, isKnown) = recorded.first else { return 1 }
        // Where two rows claim the highest revision neither counts, and saying one of them again settles it.
        let isContested = recorded.dropFirst().first.map { $0.revision == revision && !$0.agrees } ?? false
        return isKnown && !isContested ? nil : revision + 1
    }

    private static func arguments(_ key: Observation.Key) -> StatementArguments {
        [key.target.text, key.unit.text, key.period.description, key.disaggregation]
    }

    /// The two highest revisions under a key.
    private func latest(
        of key: Observation.Key, _ agrees: StatementArguments
    ) throws -> [(revision: Int, agrees: Bool)] {
        let rows = try Row.fetchCursor(highest, arguments: agrees + Self.arguments(key))
        var found: [(revision: Int, agrees: Bool)] = []
        while let row = try rows.next() { found.append(try Self.latest(row)) }
        return found
    }

    private static func latest(_ row: Row) throws -> (revision: Int, agrees: Bool) {
        var reader = RowReader(row, of: "observation")
        return (try reader.int(), try reader.bool())
    }
}

extension Observation {
    /// With a revision, and with the file it is recorded from as its origin.
    fileprivate func recorded(as revision: Int, from intake: Intake) -> Observation {
        Observation(
            key: key, form: form, value: value, valueText: valueText, numerator: numerator,
            denominator: denominator, basis: basis, revision: revision, submittedAt: submittedAt,
            submittedBy: submittedBy, approvedBy: approvedBy, evidence: evidence, note: note,
            isRetraction: isRetraction,
            origin: Origin(file: intake.file, line: origin.line, sha256: intake.sha256))
    }
}
