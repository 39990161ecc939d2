/// A rule of style that one file can keep or break by itself.
protocol Rule: Sendable {
    func findings(in file: SourceFile) -> [Finding]
}
