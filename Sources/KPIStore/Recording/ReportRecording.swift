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
    private let sameRevision: DirectStatement
    private let highest: DirectStatement
    private let insertion: ObservationInsertion

    init(_ database: Database, _ names: FormerNames) throws {
        self.database = database
        self.names = names
        sameRevision = try DirectStatement(
            database,
            sql: "SELECT 1 FROM observation WHERE \(Self.agrees) AND \(Self.sameKey) AND revision = ? LIMIT 1")
        highest = try DirectStatement(
            database,
            sql: """
                SELECT revision, \(Self.agrees) FROM observation WHERE \(Self.sameKey)
                ORDER BY revision DESC LIMIT 2
                """)
        insertion = try ObservationInsertion(database)
    }

    private static let sameKey = "target = ? AND unit = ? AND period = ? AND disaggregation = ?"

    /// `Observation.agrees(with:)`, for rows of the same key.
    private static let agrees = """
        (lower IS ? AND numerator IS ? AND upper IS ? AND denominator IS ? AND has_value = ? AND form = ? \
        AND basis = ? AND is_retraction = ?)
        """

    /// - Parameter new: called with each row that is recorded, with its revision.
    func record(
        _ rows: ReportRows, of intake: Intake, earlier: RecordedIntake?, new: (Observation) -> Void
    ) throws -> Recorded {
        let open = earlier.map { OpenLines(of: $0) }
        let id = try IntakeRow.nextID(in: database)
        var (looked, added) = (0, 0)
        try rows.forEach { row in
            guard open?.contains(row.origin.line) ?? true else { return }
            looked += 1
            guard let revision = try revision(of: row) else { return }
            let recorded = row.recorded(as: revision, from: intake)
            try insertion.insert(recorded, intake: id)
            added += 1
            new(recorded)
        }
        if let earlier, looked == 0 { return Recorded(intake: earlier, isRepetition: true) }
        let entry = RecordedIntake(
            id: id, file: intake.file, sha256: intake.sha256, receivedAt: intake.receivedAt, kind: .reports,
            accepted: rows.count, refused: intake.refused, added: added, findings: intake.findings)
        try IntakeRow.insert(entry, in: database)
        return Recorded(intake: entry, isRepetition: false)
    }

    /// The revision under which a row is to be recorded; nil when what it says is recorded already, be it under names
    /// of before.
    private func revision(of row: Observation) throws -> Int? {
        let formerly = names.formerly(row.key)
        guard row.revision == 0 else {
            let isKnown = try isRecorded(row, as: row.key) || formerly.contains { try isRecorded(row, as: $0) }
            return isKnown ? nil : row.revision
        }
        var recorded = try latest(of: row, as: row.key)
        for key in formerly { recorded += try latest(of: row, as: key) }
        if !formerly.isEmpty { recorded.sort { $0.revision > $1.revision } }
        guard let (revision, isKnown) = recorded.first else { return 1 }
        // Where two rows claim the highest revision neither counts, and saying one of them again settles it.
        let isContested = recorded.dropFirst().first.map { $0.revision == revision && !$0.agrees } ?? false
        return isKnown && !isContested ? nil : revision + 1
    }

    private func isRecorded(_ row: Observation, as key: Observation.Key) throws -> Bool {
        var isRecorded = false
        try sameRevision.run {
            Self.bind(row, as: key, &$0)
            $0.integer(Int64(row.revision))
        } row: { _ in
            isRecorded = true
            return false
        }
        return isRecorded
    }

    /// The two highest revisions under a key, and whether they say what a row says.
    private func latest(of row: Observation, as key: Observation.Key) throws -> [(revision: Int, agrees: Bool)] {
        var found: [(revision: Int, agrees: Bool)] = []
        try highest.run {
            Self.bind(row, as: key, &$0)
        } row: { columns in
            found.append((Int(columns.integer(0)), columns.integer(1) != 0))
            return true
        }
        return found
    }

    private static func bind(_ row: Observation, as key: Observation.Key, _ binder: inout DirectStatement.Binder) {
        binder.number(row.value?.lower)
        binder.number(row.numerator)
        binder.number(row.value?.upper)
        binder.number(row.denominator)
        binder.bool(row.value != nil)
        binder.text(row.form.rawValue)
        binder.text(row.basis.rawValue)
        binder.bool(row.isRetraction)
        binder.text(key.target.text)
        binder.text(key.unit.text)
        binder.text(key.period.description)
        binder.text(key.disaggregation)
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
