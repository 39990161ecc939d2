import KPICore

extension Receipt {
    /// For programs: the same receipt is the same text, byte for byte.
    package var json: String {
        let listed = findings.map { finding in
            JSONText.object([
                ("line", finding.line.map { JSONText.number($0) } ?? .null),
                ("column", finding.column.map { .string($0) } ?? .null),
                ("code", .string(finding.code)),
                ("action", .string(finding.action.rawValue)),
                ("message", .object([("zh", .string(finding.message.zh)), ("en", .string(finding.message.en))])),
            ])
        }
        let document = JSONText.object([
            ("api_version", .string("kpid/v1")),
            ("file", .string(file)),
            ("sha256", .string(sha256)),
            ("received_at", .string(receivedAt)),
            (
                "rows",
                .object([
                    ("accepted", .number(accepted)), ("repeated", .number(repeated)), ("refused", .number(refused)),
                ])
            ),
            ("findings", .array(listed)),
        ])
        return document.text + "\n"
    }
}
