import Testing

/// The project's style, kept by tests: each finding names the place and the way out.
struct TidyTests {
    static let rules: [any Rule] = [
        FileLength(), FunctionLength(), SharpEdges(), PureCore(), ImportOwnership(), OneTypePerFile(), PlainNames(),
        CleanEnds(),
    ]

    @Test func everyFileKeepsEveryRule() throws {
        let files = try Project().files()
        #expect(files.count > 20, "the source tree was not found")
        for finding in files.flatMap({ file in Self.rules.flatMap { $0.findings(in: file) } }) {
            Issue.record("\(finding)")
        }
    }

    @Test func theTopLevelIsTheOneAgreed() throws {
        let agreed: Set = ["Package.swift", "Sources", "Tests", "rules", "config", "systemd", "README.md"]
        let found = try Project().visibleTopLevel()
        #expect(found.subtracting(agreed).isEmpty, "not agreed: move it below one of the others")
        #expect(agreed.subtracting(found).isEmpty, "missing at the top level")
    }
}
