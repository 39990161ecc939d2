import KPICore

/// The findings about a file, collected row by row, and the count of rows that were refused.
struct FindingList: Sendable {
    private(set) var findings: [Finding] = []
    private(set) var refused = 0
    private var unlisted = 0
    private let limit: Int
    private var line: Int?
    private var isRefused = false

    init(limit: Int) {
        self.limit = limit
    }

    /// Begins a row: what is added from here on is about it.
    mutating func open(line: Int) {
        self.line = line
        isRefused = false
    }

    /// Ends the row. Whether it may be taken.
    mutating func close() -> Bool {
        defer { line = nil }
        if isRefused { refused += 1 }
        return !isRefused
    }

    mutating func add(_ remark: Remark, column: String? = nil) {
        if remark.action == .reject { isRefused = true }
        append(remark, line: line, column: column)
    }

    /// About a row that was closed before, or about the whole file.
    mutating func add(_ remark: Remark, line: Int?) {
        append(remark, line: line, column: nil)
    }

    /// Refuses rows that were taken at first.
    mutating func refuseLater(_ rows: Int) { refused += rows }

    /// In the order of the lines, those about the whole file first.
    func inReadingOrder() -> [Finding] {
        var sorted = findings.enumerated().sorted { a, b in
            (a.element.line ?? 0, a.offset) < (b.element.line ?? 0, b.offset)
        }.map(\.element)
        if unlisted > 0 {
            let more = Remark.note(
                .moreFindings, zh: "另有\(unlisted)条未列出：请先改正已列出的，再重新报送。",
                en: "\(unlisted) more are not listed: correct those listed and send the file again.")
            sorted.append(Finding(more, line: nil, column: nil))
        }
        return sorted
    }

    private mutating func append(_ remark: Remark, line: Int?, column: String?) {
        guard findings.count < limit else {
            unlisted += 1
            return
        }
        findings.append(Finding(remark, line: line, column: column))
    }
}

extension Finding {
    init(_ remark: Remark, line: Int?, column: String?) {
        self.init(
            code: remark.code.rawValue, action: remark.action, line: line, column: column, message: remark.message)
    }
}
