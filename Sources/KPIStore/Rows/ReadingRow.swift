internal import GRDB
internal import KPICore

/// What the core keeps of an observation, as it stands in the ledger.
struct ReadingRow {
    static let columns = """
        intake, target, unit, period, disaggregation, revision, form, has_value, lower, upper, numerator, denominator, \
        submitted_at, is_retraction, basis
        """

    /// Words that come again in row after row are kept once in memory.
    private var words: [String: String] = [:]
    private var periods: [String: Period] = [:]

    mutating func read(_ row: Row) throws -> (intake: Int64, key: Observation.Key, reading: Reading) {
        var reader = RowReader(row, of: "observation")
        let intake = try reader.integer()
        let target = TargetID(kept(try reader.text()))
        let unit = UnitID(kept(try reader.text()))
        let key = Observation.Key(
            target: target, unit: unit, period: try period(&reader), disaggregation: kept(try reader.text()))
        let revision = try reader.revision()
        let form = try reader.word(Form.self)
        let hasValue = try reader.bool()
        let quantity = Quantity(lower: try reader.optionalNumber(), upper: try reader.optionalNumber())
        let (numerator, denominator) = (try reader.optionalNumber(), try reader.optionalNumber())
        let submittedAt = try reader.instant()
        return (
            intake, key,
            Reading(
                revision: revision, submittedAt: submittedAt, form: form, value: hasValue ? quantity : nil,
                numerator: numerator, denominator: denominator, isRetraction: try reader.bool(),
                isPlanned: try reader.word(Observation.Basis.self) == .actualPlusPlan)
        )
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
