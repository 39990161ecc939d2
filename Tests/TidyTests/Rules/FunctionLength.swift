/// A function is read in one go. Measured by indentation, which the formatter guarantees: from the line of the
/// declaration to the first closing brace at the same depth. Computed properties count as functions.
struct FunctionLength: Rule {
    var limit = 70

    func findings(in file: SourceFile) -> [Finding] {
        guard file.isSource else { return [] }
        // Made once for a file: a pattern is compiled anew each time its literal is reached.
        let header = #/(?:@?\w+(?:\([^)]*\))?\s+)*(?:init|deinit|subscript|var)\b/#
        return file.lines.indices.compactMap { start in
            guard isDeclaration(file.lines[start], header), let end = end(of: start, in: file.lines) else { return nil }
            let length = end - start + 1
            guard length > limit else { return nil }
            return file.finding(
                start, "a function of \(length) lines, at most \(limit): give its steps names of their own")
        }
    }

    private func isDeclaration(_ line: SourceLine, _ header: Regex<Substring>) -> Bool {
        if line.words.contains("func") { return true }
        guard !line.words.isDisjoint(with: ["init", "deinit", "subscript", "var"]) else { return false }
        return line.trimmed.prefixMatch(of: header) != nil
    }

    private func end(of start: Int, in lines: [SourceLine]) -> Int? {
        let depth = lines[start].indentation
        guard let opening = opening(from: start, depth, in: lines) else { return nil }
        return lines.indices.dropFirst(opening + 1).first { index in
            lines[index].indentation == depth && lines[index].trimmed.hasPrefix("}")
        }
    }

    /// The line that ends with the opening brace; nil for a requirement, a stored property and a body on one line.
    private func opening(from start: Int, _ depth: Int, in lines: [SourceLine]) -> Int? {
        for index in lines.indices.dropFirst(start) {
            let line = lines[index]
            if index > start, line.isBlank || line.indentation <= depth, !continuesHeader(line) { return nil }
            if line.code.reversed().drop(while: \.isWhitespace).first == "{" { return index }
            if line.code.contains("}") { return nil }
        }
        return nil
    }

    private func continuesHeader(_ line: SourceLine) -> Bool {
        [")", "{", "->", "where", "throws", "async"].contains(where: line.trimmed.hasPrefix)
    }
}
