internal import GRDB
internal import KPICore

/// What the core keeps of an observation, as it stands in the ledger.
struct ReadingRow {
    static let columns = """
        intake, target, unit, period, disaggregation, revision, form, has_value, lower, upper, numerator, denominator, \
        submitted_at, is_retraction, basis
        """

    private var words = KeptWords()

    mutating func read(_ row: Row) throws -> (intake: Int64, key: Observation.Key, reading: Reading) {
        var reader = RowReader(row, of: "observation")
        let intake = try reader.integer()
        let key = try words.key(&reader)
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
}
