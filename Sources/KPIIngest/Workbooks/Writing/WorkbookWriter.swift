/// Writes XLSX workbooks that people fill in or read: a bold header that stays in view, and rows below it.
///
/// Texts are written as texts, so that nothing in them is ever run. The same contents give the same bytes.
package struct WorkbookWriter: Sendable {
    package enum Cell: Sendable, Hashable {
        case empty
        case text(String)
        case number(Double)
    }

    package struct Column: Sendable {
        let title: String
        /// In widths of a digit.
        let width: Double
        /// What is typed stays as it is typed: 2021-06 does not become a date.
        let isText: Bool

        package init(_ title: String, width: Double = 14, isText: Bool = false) {
            self.title = title
            self.width = width
            self.isText = isText
        }
    }

    private let name: String
    private let columns: [Column]
    private var rows: [[Cell]] = []
    private var explanations: SheetWriting?

    package init(sheet name: String, columns: [Column]) {
        self.name = name
        self.columns = columns
    }

    package mutating func append(_ row: [Cell]) {
        rows.append(row)
    }

    /// A second sheet, which cannot be changed by accident, with how the first one is to be filled in.
    package mutating func explain(sheet name: String, columns: [Column], rows: [[String]]) {
        explanations = SheetWriting(name: name, columns: columns, rows: rows.map { $0.map(Cell.text) }, isLocked: true)
    }

    package func bytes() throws(WorkbookWritingFlaw) -> [UInt8] {
        var sheets = [SheetWriting(name: name, columns: columns, rows: rows, isLocked: false)]
        if let explanations { sheets.append(explanations) }
        var names: Set<String> = []
        for sheet in sheets {
            guard Self.isUsable(sheet.name), names.insert(sheet.name.lowercased()).inserted else {
                throw .sheetName(sheet.name)
            }
        }
        var files = WorkbookFrame.files(sheets.map(\.name))
        for (index, sheet) in sheets.enumerated() {
            files.append(("xl/worksheets/sheet\(index + 1).xml", try sheet.xml()))
        }
        guard let archive = ZipWriter.archive(files) else { throw .outOfMemory }
        return archive
    }

    private static func isUsable(_ name: String) -> Bool {
        let forbidden = "[]:*?/\\".unicodeScalars
        return !name.isEmpty && name.utf16.count <= 31 && !name.hasPrefix("'") && !name.hasSuffix("'")
            && name.unicodeScalars.allSatisfy { !forbidden.contains($0) && $0.value >= 0x20 }
    }
}
