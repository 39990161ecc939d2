/// A file that no longer fits in the head wants to be two.
struct FileLength: Rule {
    var limit = 400

    func findings(in file: SourceFile) -> [Finding] {
        guard file.isSource, file.lines.count > limit else { return [] }
        let message = "\(file.lines.count) lines, at most \(limit): move a type or an extension to a file of its own"
        return [file.finding(limit, message)]
    }
}
