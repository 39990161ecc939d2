package import KPICore

/// A file that came, whichever way.
package struct IncomingFile: Sendable {
    /// As receipts and the ledger name it: below the inbox, `2021-06.csv` or `registers/events.csv`.
    package let name: String
    package let content: any FileContent
    /// By the receiving clock.
    package let receivedAt: Instant
    /// Whose it is known to be, as by a token; nil: its folder says so, or nobody does.
    package let reporter: UnitID?

    package init(name: String, content: any FileContent, receivedAt: Instant, reporter: UnitID? = nil) {
        self.name = name
        self.content = content
        self.receivedAt = receivedAt
        self.reporter = reporter
    }

    package init(name: String, bytes: [UInt8], receivedAt: Instant, reporter: UnitID? = nil) {
        self.init(name: name, content: HeldContent(bytes), receivedAt: receivedAt, reporter: reporter)
    }
}
