/// What became of one file: the rows it brought and the findings about it, before they are recorded.
package struct Intake: Sendable {
    package enum Content: Sendable {
        case reports(ReportRows)
        /// Rows of one register, as the file holds them; what they change is worked out when they are recorded.
        case register(RegisterID, [RegisterRow])
        /// Nothing could be read; the findings say why.
        case unreadable
    }

    /// The name of the file as it lay in the inbox, with its folder: `registers/events.csv`.
    package let file: String
    package let sha256: String
    package let receivedAt: Instant
    package let content: Content
    package let findings: [Finding]
    /// How many rows were refused.
    package let refused: Int

    /// How many rows could be read.
    package var rowCount: Int {
        switch content {
        case .unreadable: 0
        case .reports(let rows): rows.count
        case .register(_, let rows): rows.count
        }
    }

    package init(
        file: String, sha256: String, receivedAt: Instant, content: Content, findings: [Finding], refused: Int
    ) {
        self.file = file
        self.sha256 = sha256
        self.receivedAt = receivedAt
        self.content = content
        self.findings = findings
        self.refused = refused
    }
}
