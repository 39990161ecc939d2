import KPICore

extension Receipt {
    /// For programs: the same receipt is the same text, byte for byte.
    package var json: String {
        JSON.object([
            .init("api_version", .string("kpid/v1")),
            .init("file", .string(file)),
            .init("sha256", .string(sha256)),
            .init("received_at", .string(receivedAt)),
            .init(
                "rows",
                .object([
                    .init("accepted", JSON(accepted)), .init("repeated", JSON(repeated)),
                    .init("refused", JSON(refused)),
                ])),
            .init("findings", .array(findings.map(Self.json))),
        ]).pretty
    }

    private static func json(_ finding: Finding) -> JSON {
        .object([
            .init("line", JSON(finding.line)),
            .init("column", JSON(finding.column)),
            .init("code", .string(finding.code)),
            .init("action", .string(finding.action.rawValue)),
            .init("message", JSON(finding.message)),
        ])
    }
}
