package import KPICore

/// What recording a file changed.
package struct Recorded: Sendable {
    /// The file's entry in the ledger: the earlier one when the file brought nothing that was not taken from it then.
    package let intake: RecordedIntake
    /// Whether the very same file was taken before, and nothing changed.
    package let isRepetition: Bool
    /// The new register rows, removals (without cells) last.
    package let registerRows: [RegisterRow]

    package init(
        intake: RecordedIntake, isRepetition: Bool, registerRows: [RegisterRow] = []
    ) {
        self.intake = intake
        self.isRepetition = isRepetition
        self.registerRows = registerRows
    }
}
