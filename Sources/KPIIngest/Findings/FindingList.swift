import KPICore

/// The findings about a file, collected row by row, and the count of rows that were refused.
struct FindingList: Sendable {
    private(set) var findings: [Finding] = []
    private(set) var refused = 0
    private var unlisted = 0
    private let limit: Int
    private var line: Int?
    private var isRefused = false
    /// What the row is about, as soon as that is known: all that was found about it is found about that.
    var subject: Finding.Subject?
    /// Where in the list the row's own begin.
    private var opened = 0
    /// Of several sheets in a file, the one that is read.
    var sheet: String?
    /// What the sheet calls columns that kpid calls otherwise.
    var columnNames: [String: String] = [:]

    init(limit: Int) {
        self.limit = limit
    }

    /// Begins a row: what is added from here on is about it.
    mutating func open(line: Int) {
        self.line = line
        isRefused = false
        subject = nil
        opened = findings.count
    }

    /// Ends the row. Whether it may be taken.
    mutating func close() -> Bool {
        defer { (line, subject) = (nil, nil) }
        if subject != nil {
            for index in opened..<findings.count { findings[index] = findings[index].about(subject) }
        }
        if isRefused { refused += 1 }
        return !isRefused
    }

    mutating func add(_ remark: Remark, column: String? = nil) {
        if remark.action == .reject { isRefused = true }
        append(remark, line: line, column: column)
    }

    /// About a row that was closed before, or about the whole file.
    mutating func add(
        _ remark: Remark, line: Int?, column: String? = nil, subject: Finding.Subject? = nil
    ) {
        append(remark, line: line, column: column, subject: subject)
    }

    /// What was found while a sheet was made: a refusal is of one row.
    mutating func add(_ remarks: [PlacedRemark]) {
        for placed in remarks {
            add(placed.remark, line: placed.line)
            if placed.remark.action == .reject { refused += 1 }
        }
    }

    /// Refuses a row that was closed and in order.
    mutating func refuse(_ remark: Remark, line: Int, column: String, subject: Finding.Subject) {
        append(remark, line: line, column: column, subject: subject)
        refused += 1
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

    /// `引才!本月引进`, as spreadsheets name a place on another sheet.
    private func shown(_ column: String?) -> String? {
        let own = column.map { columnNames[$0] ?? $0 }
        guard let sheet else { return own }
        return "\(sheet)!\(own ?? "")"
    }

    private mutating func append(
        _ remark: Remark, line: Int?, column: String?, subject: Finding.Subject? = nil
    ) {
        guard findings.count < limit else {
            unlisted += 1
            return
        }
        findings.append(Finding(remark, line: line, column: shown(column), subject: subject))
    }
}

extension Finding {
    init(_ remark: Remark, line: Int?, column: String?, subject: Subject? = nil) {
        self.init(
            code: remark.code.rawValue, action: remark.action, line: line, column: column, message: remark.message,
            subject: subject)
    }

    fileprivate func about(_ subject: Subject?) -> Finding {
        Finding(code: code, action: action, line: line, column: column, message: message, subject: subject)
    }
}
