internal import GRDB
package import KPICore

extension Ledger {
    /// Records what a file brought, in one transaction.
    ///
    /// - Reports: a file that was taken before (by its sha256) is a repetition; only lines of it that were refused
    ///   then are looked at again, since the configuration may know better now. A row that agrees with a recorded one
    ///   of the same key and revision is not recorded again. Revision 0 means "the next one": one more than the
    ///   highest of its key, or nothing new where that one says the same.
    /// - A register: what differs from the register as it stands. Removals as its schema's mode says.
    ///
    /// - Parameters:
    ///   - schema: of the register the file belongs to; it must be given with rows of a register.
    ///   - names: what targets and units were called when earlier rows were recorded. A row says something of the same
    ///     whatever it was called.
    ///   - report: called with each observation that is new, in the order of the file, with the revision it is given. Until
    ///     this returns it is not durable, and when this throws it has not happened.
    package func record(
        _ intake: Intake, schema: RegisterSchema? = nil, names: FormerNames = FormerNames(),
        report: (Observation) -> Void = { _ in }
    ) throws(LedgerError) -> Recorded {
        try write(.record) { database in
            let earlier = try Self.intake(of: intake.sha256, in: database)
            switch intake.content {
            case .reports(let rows):
                return try ReportRecording(database, names).record(
                    rows, of: intake, earlier: earlier, new: report)
            case .register(let id, let rows):
                precondition(schema?.id == id, "rows of register \(id) are recorded with its schema")
                guard let schema else { preconditionFailure("rows of register \(id) are recorded with its schema") }
                return try RegisterRecording(database, schema, names).record(rows, of: intake, earlier: earlier)
            case .unreadable:
                return try Self.recordUnreadable(intake, earlier: earlier, in: database)
            }
        }
    }

    /// The latest entry about a file of this content, whatever its name; nil when it was never taken.
    package func intake(of sha256: String) throws(LedgerError) -> RecordedIntake? {
        try read(.read) { try Self.intake(of: sha256, in: $0) }
    }

    private static func intake(of sha256: String, in database: Database) throws -> RecordedIntake? {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: "SELECT \(IntakeRow.columns) FROM intake WHERE sha256 = ? ORDER BY id DESC LIMIT 1"),
            arguments: [sha256])
        return try rows.next().map(IntakeRow.intake)
    }

    private static func recordUnreadable(
        _ intake: Intake, earlier: RecordedIntake?, in database: Database
    ) throws -> Recorded {
        if let earlier { return Recorded(intake: earlier, isRepetition: true) }
        let entry = RecordedIntake(
            id: try IntakeRow.nextID(in: database), file: intake.file, sha256: intake.sha256,
            receivedAt: intake.receivedAt, kind: .unreadable, accepted: 0, refused: intake.refused, added: 0,
            findings: intake.findings)
        try IntakeRow.insert(entry, in: database)
        return Recorded(intake: entry, isRepetition: false)
    }
}
