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

    /// Words that come again in row after row are kept once in memory.
    private var words: [String: String] = [:]
    private var periods: [String: Period] = [:]

    /// - Parameter origin: the file and sha256 of an intake, by its number.
    mutating func observation(
        _ row: Row, origin: (Int64) -> (file: String, sha256: String)?
    ) throws -> Observation {
        var reader = RowReader(row, of: "observation")
        let intake = try reader.integer()
        guard let origin = origin(intake) else { throw reader.unreadable("\(intake)") }
        let line = try reader.int()
        let target = TargetID(kept(try reader.text()))
        let unit = UnitID(kept(try reader.text()))
        let period = try period(&reader)
        let key = Observation.Key(
            target: target, unit: unit, period: period, disaggregation: kept(try reader.text()))
        let revision = try reader.revision()
        let form = try reader.word(Form.self)
        let hasValue = try reader.bool()
        let quantity = Quantity(lower: try reader.optionalNumber(), upper: try reader.optionalNumber())
        return Observation(
            key: key, form: form, value: hasValue ? quantity : nil, valueText: try reader.text(),
            numerator: try reader.optionalNumber(), denominator: try reader.optionalNumber(),
            basis: try reader.word(), revision: revision, submittedAt: try reader.instant(),
            submittedBy: kept(try reader.text()), approvedBy: kept(try reader.text()),
            evidence: try reader.text(), note: kept(try reader.text()), isRetraction: try reader.bool(),
            origin: Observation.Origin(file: origin.file, line: line, sha256: origin.sha256))
    }

    private mutating func kept(_ word: String) -> String {
        if word.utf8.count < 16 { return word }  // held in place, without an allocation
        if let known = words[word] { return known }
        words[word] = word
        return word
    }

    private mutating func period(_ reader: inout RowReader) throws -> Period {
        let text = try reader.text()
        if let known = periods[text] { return known }
        guard let period = Period(text) else { throw reader.unreadable(text) }
        periods[text] = period
        return period
    }
}
