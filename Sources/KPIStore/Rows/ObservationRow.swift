internal import GRDB
internal import KPICore

/// How an observation stands in the ledger.
struct ObservationRow {
    static let columns = """
        intake, line, target, unit, period, disaggregation, revision, form, has_value, lower, upper, value_text, \
        numerator, denominator, basis, submitted_at, submitted_by, approved_by, evidence, note, is_retraction
        """

    static let insertion = """
        INSERT INTO observation (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    private var words = KeptWords()

    /// - Parameter origin: the file and sha256 of an intake, by its number.
    mutating func observation(
        _ row: Row, origin: (Int64) -> (file: String, sha256: String)?
    ) throws -> Observation {
        var reader = RowReader(row, of: "observation")
        let intake = try reader.integer()
        guard let origin = origin(intake) else { throw reader.unreadable("\(intake)") }
        let line = try reader.int()
        let key = try words.key(&reader)
        let revision = try reader.revision()
        let form = try reader.word(Form.self)
        let hasValue = try reader.bool()
        let quantity = Quantity(lower: try reader.optionalNumber(), upper: try reader.optionalNumber())
        return Observation(
            key: key, form: form, value: hasValue ? quantity : nil, valueText: try reader.text(),
            numerator: try reader.optionalNumber(), denominator: try reader.optionalNumber(),
            basis: try reader.word(), revision: revision, submittedAt: try reader.instant(),
            submittedBy: words.kept(try reader.text()), approvedBy: words.kept(try reader.text()),
            evidence: try reader.text(), note: words.kept(try reader.text()), isRetraction: try reader.bool(),
            origin: Observation.Origin(file: origin.file, line: line, sha256: origin.sha256))
    }
}
