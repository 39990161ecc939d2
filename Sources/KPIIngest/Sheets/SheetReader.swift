import KPICore

/// Walks over the rows of a sheet that lie below its header.
struct SheetReader {
    private(set) var record: CSVRecord
    private var reader: CSVReader
    /// How many rows were read below the header.
    private(set) var rows = 0
    /// How many rows above the header are looked at: titles and remarks on how to fill the sheet in.
    private static let rowsAboveHeader = 10

    private let sheet: SheetText
    private let limits: IntakeLimits
    /// How many records were gone beyond, the header and blank ones among them.
    private(set) var records = 0
    /// What stands above the header, row by row.
    private(set) var titles: [String] = []

    init(_ sheet: SheetText, limits: IntakeLimits) {
        reader = CSVReader(sheet.text, separator: sheet.separator, limits: limits)
        record = reader.makeRecord()
        (self.sheet, self.limits) = (sheet, limits)
    }

    /// The line of the file on which the record stands, from 1.
    var line: Int {
        guard let lines = sheet.lines else { return record.line }
        return records > 0 && records <= lines.count ? lines[records - 1] : record.line
    }

    /// Finds the row that names all that one of the patterns asks for, the first pattern before the others, and says
    /// what is wrong with it. Nil where there is none, or where it cannot be used; what a first row lacks is then told
    /// by the first pattern. A header may stand in two rows, one below the other.
    mutating func findHeader(
        for patterns: [HeaderPattern], into findings: inout FindingList
    ) -> (pattern: Int, header: SheetHeader)? {
        var rows: [HeaderRow] = []
        while rows.count < Self.rowsAboveHeader, advance() {
            if !record.isBlank { rows.append(HeaderRow(texts: record.texts, line: line, record: records)) }
        }
        guard let found = HeaderRow.header(among: rows, for: patterns) else {
            titles = rows.map(\.title)
            if reportFlaw(into: &findings) { return nil }
            guard let first = rows.first, let pattern = patterns.first else {
                findings.add(.nothing, line: nil)
                return nil
            }
            _ = use(SheetHeader(first.texts, for: pattern), line: first.line, &findings)
            return nil
        }
        // Back to behind it.
        self = SheetReader(sheet, limits: limits)
        skip(found.last.record)
        titles = found.above.map(\.title)
        for row in found.above { findings.add(Self.title, line: row.line) }
        return use(found.header, line: found.last.line, &findings).map { (found.pattern, $0) }
    }

    /// Goes beyond the first records, to where another walk over the same sheet has found the header.
    mutating func skip(_ count: Int) {
        while records < count, advance() {}
    }

    private mutating func advance() -> Bool {
        guard reader.next(into: &record) else { return false }
        records += 1
        return true
    }

    /// The next row that holds anything.
    mutating func next() -> Bool {
        while advance() {
            guard record.isBlank || sheet.refused.contains(line) else {
                rows += 1
                return true
            }
        }
        return false
    }

    /// Says why reading ended early, if it did.
    func reportFlaw(into findings: inout FindingList) -> Bool {
        guard let flaw = reader.flaw else { return false }
        findings.add(Remark(flaw), line: flaw.line)
        return true
    }

    /// Says what is wrong with the shape of a row; nil where nothing is.
    func shapeRemark(_ width: Int) -> Remark? {
        if record.hasTextAfterQuote {
            return .reject(
                .quote, zh: "引号结束后还有文字：引号内的引号要写两次。",
                en: "a text stands behind a closing quote: write a quote inside quotes twice.")
        }
        guard record.count > width, (width..<record.count).contains(where: { !record[$0].isEmpty }) else { return nil }
        return .reject(
            .rowShape, zh: "本行有\(record.count)列，表头只有\(width)列：含逗号的内容（如1,234）要加引号。",
            en: "this row has \(record.count) fields and the header \(width): put quotes around what holds a comma, "
                + "such as 1,234.")
    }

    private func use(_ header: SheetHeader, line: Int, _ findings: inout FindingList) -> SheetHeader? {
        for remark in header.remarks { findings.add(remark, line: line) }
        return header.isUsable ? header : nil
    }

    private static let title = Remark.note(
        .titleRow, zh: "表头之上的标题行，未读取。", en: "a title above the header; it was not read.")
}

extension Remark {
    static let nothing = Remark.reject(
        .fileEmpty, zh: "文件中没有任何内容：请填写后重新报送。", en: "nothing is in the file: fill it in and send it again.")

    static let noRows = Remark.reject(
        .fileEmpty, zh: "表头之下没有数据行：请填写后重新报送。",
        en: "no rows stand below the header: fill them in and send the file again.")

    init(_ flaw: CSVFlaw) {
        switch flaw {
        case .unterminatedQuote(let line):
            self = .reject(
                .quote, zh: "第\(line)行的引号没有结束，其后内容无法读取：请补上引号后重新报送。",
                en:
                    "a quote that begins on line \(line) never ends, so nothing after it was read: close it and send the file again."
            )
        case .fieldTooLong(_, let limit): self = Self.limit("单元格超过\(limit)字节", "a field is longer than \(limit) bytes")
        case .recordTooLong(_, let limit): self = Self.limit("一行超过\(limit)字节", "a row is longer than \(limit) bytes")
        case .tooManyColumns(_, let limit): self = Self.limit("超过\(limit)列", "a row has more than \(limit) columns")
        case .tooManyRecords(_, let limit): self = Self.limit("超过\(limit)行", "there are more than \(limit) rows")
        }
    }

    private static func limit(_ zh: String, _ en: String) -> Remark {
        .reject(
            .limit, zh: "\(zh)，由此往后未读取：请检查文件或拆分后重新报送。",
            en: "\(en), and from there on nothing was read: check the file, or split it and send it again.")
    }
}

extension CSVFlaw {
    var line: Int {
        switch self {
        case .unterminatedQuote(let line): line
        case .fieldTooLong(let line, _), .recordTooLong(let line, _), .tooManyColumns(let line, _),
            .tooManyRecords(let line, _):
            line
        }
    }
}
