package import KPICore

/// What the ledger keeps about a file that was taken. Its receipt is a rendering of this.
package struct RecordedIntake: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case reports
        case register(RegisterID)
        case unreadable
    }

    package let id: Int64
    /// The name of the file as it lay in the inbox, with its folder.
    package let file: String
    package let sha256: String
    package let receivedAt: Instant
    package let kind: Kind
    /// Rows that were in order, whether they were new or not.
    package let accepted: Int
    package let refused: Int
    /// Rows that said something new; the others were known already.
    package let added: Int
    /// Entities that were no longer in the register's file, and were taken out of it.
    package let removed: Int
    /// Entities that were no longer in the register's file, and were kept all the same because rows of it were
    /// refused: a row that cannot be read is not a row that is gone.
    package let withheld: Int
    package let findings: [Finding]

    package init(
        id: Int64, file: String, sha256: String, receivedAt: Instant, kind: Kind, accepted: Int, refused: Int,
        added: Int, removed: Int = 0, withheld: Int = 0, findings: [Finding]
    ) {
        self.id = id
        self.file = file
        self.sha256 = sha256
        self.receivedAt = receivedAt
        self.kind = kind
        self.accepted = accepted
        self.refused = refused
        self.added = added
        self.removed = removed
        self.withheld = withheld
        self.findings = findings
    }
}
