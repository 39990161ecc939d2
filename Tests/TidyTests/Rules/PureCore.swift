/// The core computes values from values: no Foundation, no clock, no input or output, nothing asynchronous. That is
/// what lets the daemon, a dry run and a replay share one engine, and its tests finish in a moment.
struct PureCore: Rule {
    private static let targets: Set = ["Diagnostics", "CEL", "KPICore"]
    private static let imports: Set = ["Diagnostics", "CEL", "KPICore", "CRE2", "Glibc"]
    private static let outside: Set<Substring> = [
        "async", "await", "actor", "ContinuousClock", "SuspendingClock", "clock_gettime", "gettimeofday", "getenv",
        "fopen", "print", "readLine",
    ]

    func findings(in file: SourceFile) -> [Finding] {
        guard file.isSource, let target = file.target, Self.targets.contains(target) else { return [] }
        return file.lines.indices.flatMap { index in
            imports(at: index, in: file, target) + outside(at: index, in: file, target)
        }
    }

    private func imports(at index: Int, in file: SourceFile, _ target: String) -> [Finding] {
        guard let module = ImportOwnership.module(importedBy: file.lines[index]), !Self.imports.contains(module) else {
            return []
        }
        return [file.finding(index, "\(target) imports \(module): the core is pure; pass what is needed in as a value")]
    }

    private func outside(at index: Int, in file: SourceFile, _ target: String) -> [Finding] {
        let line = file.lines[index]
        guard !line.words.isDisjoint(with: Self.outside) else { return [] }
        // With its dot, a member such as `.print` is another word than the function.
        return line.code.matches(of: #/\.?\w+/#).map(\.0).filter(Self.outside.contains).map { word in
            file.finding(index, "'\(word)' in \(target): no clock, no I/O and no async in the core; move it to an edge")
        }
    }
}
