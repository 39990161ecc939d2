/// A type is found by its name: each has a file named after it, and `Shape+Dates.swift` adds to `Shape`. Extensions,
/// private types and free functions may stand where they are used, and so may a type small enough to be seen in passing.
struct OneTypePerFile: Rule {
    /// The lines a type may have and still live in another one's file.
    var small = 12

    private static let keywords: Set<Substring> = ["struct", "class", "enum", "actor", "protocol"]

    func findings(in file: SourceFile) -> [Finding] {
        guard file.isSource, file.stem != "main" else { return [] }
        return file.lines.indices.compactMap { index in
            guard let name = typeDeclared(on: file.lines[index]), name != file.stem,
                length(from: index, in: file.lines) > small
            else { return nil }
            return file.finding(
                index, "\(name) in \(file.stem).swift: move it to \(name).swift, nest it, or make it private")
        }
    }

    private func typeDeclared(on line: SourceLine) -> String? {
        guard line.indentation == 0, !line.words.isDisjoint(with: Self.keywords) else { return nil }
        let pattern = #/^((?:@?\w+(?:\([^)]*\))?\s+)*)(?:struct|class|enum|actor|protocol)\s+(\w+)/#
        guard let match = line.code.firstMatch(of: pattern), !match.1.contains("private") else { return nil }
        return String(match.2)
    }

    private func length(from start: Int, in lines: [SourceLine]) -> Int {
        if lines[start].code.hasSuffix("}") { return 1 }
        let end = lines.indices.dropFirst(start).first { lines[$0].code.hasPrefix("}") }
        return (end ?? lines.count - 1) - start + 1
    }
}
