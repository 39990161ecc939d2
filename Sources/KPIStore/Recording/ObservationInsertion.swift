internal import GRDB
internal import KPICore

/// Writes observations down.
struct ObservationInsertion {
    private let statement: DirectStatement

    init(_ database: Database) throws {
        statement = try DirectStatement(database, sql: ObservationRow.insertion)
    }

    /// - Parameter intake: the number of the file that brought it.
    func insert(_ observation: Observation, intake: Int64) throws {
        try statement.run { binder in
            binder.integer(intake)
            binder.integer(Int64(observation.origin.line))
            binder.text(observation.key.target.text)
            binder.text(observation.key.unit.text)
            binder.text(observation.key.period.description)
            binder.text(observation.key.disaggregation)
            binder.integer(Int64(observation.revision))
            binder.text(observation.form.rawValue)
            binder.bool(observation.value != nil)
            binder.number(observation.value?.lower)
            binder.number(observation.value?.upper)
            binder.text(observation.valueText)
            binder.number(observation.numerator)
            binder.number(observation.denominator)
            binder.text(observation.basis.rawValue)
            binder.text(observation.submittedAt.stored)
            binder.text(observation.submittedBy)
            binder.text(observation.approvedBy)
            binder.text(observation.evidence)
            binder.text(observation.note)
            binder.bool(observation.isRetraction)
        }
    }
}
