/// Lines end where their text ends, files with one line end.
struct CleanEnds: Rule {
    func findings(in file: SourceFile) -> [Finding] {
        // By scalars: as characters, a carriage return and a line feed are one, and not a line feed.
        var lines = file.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        let isTerminated = lines.last?.isEmpty == true
        if isTerminated { lines.removeLast() }
        guard isTerminated, lines.last?.isEmpty != true else {
            return [file.finding(max(lines.count - 1, 0), "the file must end with exactly one newline")]
        }
        return lines.indices.compactMap { index in
            guard let last = lines[index].last, " \t\r".unicodeScalars.contains(last) else { return nil }
            return file.finding(index, "white space at the line's end: remove it")
        }
    }
}
