package import KPICore

/// All of the ledger from which the present can be built again.
package struct LedgerContents: Sendable {
    /// Every file that was taken, in order, with the findings about it.
    package let intakes: [RecordedIntake]
    /// Every revision, in the order in which they were recorded.
    package let observations: [Observation]
    /// Every version of every entity of the registers that were asked for, in the order in which they were recorded.
    package let registerRows: [RegisterRow]
    /// How many of the observations, counted from the end, came after the latest evaluation that was committed.
    package let freshObservations: Int
    /// How many of the register rows did.
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
