/// What ends the process or silences the compiler needs its reason beside it: a plain comment on the same line or on
/// the line above. A `///` does not count: it says what a thing is, not why this is safe.
struct SharpEdges: Rule {
    private static let words: Set<Substring> = ["try", "as", "fatalError", "unchecked", "nonisolated"]
    private static let edges = ["try!", "as!", "fatalError(", "@unchecked Sendable", "nonisolated(unsafe)"]

    func findings(in file: SourceFile) -> [Finding] {
        guard file.isSource else { return [] }
        return file.lines.indices.flatMap { index in edges(at: index, in: file) + promises(at: index, in: file) }
    }

    private func edges(at index: Int, in file: SourceFile) -> [Finding] {
        guard !file.lines[index].words.isDisjoint(with: Self.words) else { return [] }
        let isExplained = file.lines[max(0, index - 1)...index].contains(where: \.hasPlainComment)
        guard !isExplained else { return [] }
        return Self.edges.filter(file.lines[index].code.contains).map { edge in
            file.finding(index, "'\(edge)' without a reason: do without it, or say why in a // comment beside it")
        }
    }

    private func promises(at index: Int, in file: SourceFile) -> [Finding] {
        let comment = file.lines[index].comment
        guard ["TODO", "FIXME", "XXX"].contains(where: comment.contains) else { return [] }
        let pattern = #/\b(TODO|FIXME|XXX)\b(?!\(#\d+\))/#
        guard let match = comment.firstMatch(of: pattern) else { return [] }
        return [file.finding(index, "\(match.1): do it now, or open an issue and name it: TODO(#12)")]
    }
}
