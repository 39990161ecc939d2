/// What was reported on one period, in forty bytes, for there are millions of them. What only few have stands beside it, in
/// ``PackedReadings``.
struct PackedReading: Sendable {
    let submittedAt: Instant
    /// The lower bound; the upper one, too, where nothing stands beside it.
    let lower: MaybeNumber
    private let number: Int32
    /// Of the name of its part; 0 for the whole.
    var part: Int32
    /// Of the numbers beside it; -1 where there are none.
    var beside: Int32
    let period: Period
    let form: Form
    let isRetraction: Bool
    let isPlanned: Bool

    init(_ reading: Reading, on period: Period, part: Int32, beside: Int32) {
        submittedAt = reading.submittedAt
        lower = MaybeNumber(reading.value?.lower)
        number = Int32(reading.revision)
        (self.period, self.part, self.beside) = (period, part, beside)
        (form, isRetraction, isPlanned) = (reading.form, reading.isRetraction, reading.isPlanned)
    }

    var revision: Int { Int(number) }

    /// Of the same period and part, as those that stand together number the parts.
    func isOfSameKey(as other: PackedReading) -> Bool {
        part == other.part && period == other.period
    }
}
