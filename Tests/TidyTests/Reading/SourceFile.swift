/// A file of the project, by its path from the top.
struct SourceFile {
    let path: String
    let text: String
    /// The lines of a Swift file; empty for other files.
    let lines: [SourceLine]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        var splitter = SourceSplitter(text)
        lines = path.hasSuffix(".swift") ? splitter.split() : []
    }

    /// The folder below `Sources`, or nil for a file that lies elsewhere.
    var target: String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }

    /// `Shape+Dates` of `Sources/KPIConfiguration/Reading/Shape+Dates.swift`.
    var stem: String {
        let name = path.split(separator: "/").last ?? ""
        return name.hasSuffix(".swift") ? String(name.dropLast(6)) : String(name)
    }

    var isSource: Bool { target != nil && path.hasSuffix(".swift") }

    func finding(_ index: Int, _ message: String) -> Finding {
        Finding(path: path, line: index + 1, message: message)
    }
}
