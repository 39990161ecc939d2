package import CEL
package import KPICore

/// What is told about a file once it has been recorded.
package struct Receipt: Sendable, Hashable {
    package let file: String
    package let sha256: String
    /// As clocks in the organisation's zone show it.
    package let receivedAt: String
    /// Rows that the ledger did not have.
    package let accepted: Int
    /// Rows that it had already, or that stand in the file twice.
    package let repeated: Int
    package let refused: Int
    package let findings: [Finding]

    /// From what is remembered of a file. `new` and `repeated` are what the ledger counted; copies of a row within the
    /// file are counted here, by their findings.
    package init(
        file: String, sha256: String, receivedAt: Instant, new: Int, repeated: Int, refused: Int,
        findings: [Finding], zone: Zone
    ) {
        self.file = file
        self.sha256 = sha256
        self.receivedAt = receivedAt.stamp(in: zone)
        accepted = new
        self.repeated = repeated + findings.count { $0.code == FindingCode.duplicateExact.rawValue }
        self.refused = refused
        self.findings = findings.enumerated().sorted { a, b in
            (a.element.line ?? 0, a.offset) < (b.element.line ?? 0, b.offset)
        }.map(\.element)
    }

    package init(_ intake: Intake, new: Int, repeated: Int, zone: Zone) {
        self.init(
            file: intake.file, sha256: intake.sha256, receivedAt: intake.receivedAt, new: new, repeated: repeated,
            refused: intake.refused, findings: intake.findings, zone: zone)
    }
}

extension Intake {
    /// Whether nothing of the file could be taken, so that it belongs among those set aside.
    package var isRefusedWhole: Bool {
        switch content {
        case .unreadable: true
        case .reports(let rows): rows.isEmpty && refused > 0
        case .register(_, let rows): rows.isEmpty && refused > 0
        }
    }
}
