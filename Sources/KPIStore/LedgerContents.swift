package import KPICore

/// All of the ledger from which the present can be built again.
package struct LedgerContents: Sendable {
    /// Every file that was taken, in order, with the findings about it.
    package let intakes: [RecordedIntake]
    /// As the core reads what was recorded, under the names of today.
    package let facts: Facts
    /// Every version of every entity of the registers that were asked for, in the order in which they were recorded.
    package let registerRows: [RegisterRow]
    /// Files that were taken after the latest evaluation that was committed.
    package var freshIntakes: ArraySlice<RecordedIntake> { intakes.suffix(freshIntakeCount) }
    let freshIntakeCount: Int
    /// Of the targets about which anything was reported after the latest evaluation that was committed, whether all of that
    /// revises something.
    package let freshReports: [TargetID: Bool]
    /// How many of the register rows, counted from the end, came after it.
    package let freshRegisterRows: Int
    /// Sorted by identity.
    package let alerts: [Alert]
    /// Nil before the first evaluation.
    package let evaluatedThrough: Instant?
    /// The number of the latest transition; 0 before the first.
    package let lastTransition: Int64
    /// Everything operators did, in order.
    package let acts: [Act]
    package let told: [Told.Key: Told]
    package let marks: TellingMarks
}
