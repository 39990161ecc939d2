import Testing

@testable import KPIIngest

/// A workbook put together from literal parts, any of which may be missing or wrong.
struct WorkbookFixture {
    /// What stands inside of `worksheet`, by sheet.
    var sheets: [String] = []
    var sharedStrings: String?
    /// What stands inside of `styleSheet`.
    var styles: String?
    var workbook: String?
    var relationships: String?
    /// Whole files, which replace those of the same name.
    var files: [String: String] = [:]
    var missing: Set<String> = []
    var namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    var office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// One sheet with these rows.
    init(_ rows: String = "", after: String = "", before: String = "") {
        sheets = ["\(before)<sheetData>\(rows)</sheetData>\(after)"]
    }

    var bytes: [UInt8] {
        var parts = [
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": "<Relationships>\(relationship("r1", "officeDocument", "xl/workbook.xml"))</Relationships>",
            "xl/workbook.xml":
                "<workbook xmlns=\"\(namespace)\" xmlns:r=\"\(office)\">\(workbook ?? sheetList)</workbook>",
            "xl/_rels/workbook.xml.rels": "<Relationships>\(relationships ?? sheetRelationships)</Relationships>",
        ]
        for (index, sheet) in sheets.enumerated() {
            parts["xl/worksheets/sheet\(index + 1).xml"] = "<worksheet xmlns=\"\(namespace)\">\(sheet)</worksheet>"
        }
        if let sharedStrings { parts["xl/sharedStrings.xml"] = "<sst xmlns=\"\(namespace)\">\(sharedStrings)</sst>" }
        if let styles { parts["xl/styles.xml"] = "<styleSheet xmlns=\"\(namespace)\">\(styles)</styleSheet>" }
        parts.merge(files) { $1 }
        for name in missing { parts[name] = nil }
        return ZipWriter.archive(parts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }) ?? []
    }

    func relationship(_ id: String, _ kind: String, _ target: String) -> String {
        "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
    }

    private var sheetList: String {
        let list = sheets.indices.map { "<sheet name=\"Sheet\($0 + 1)\" sheetId=\"\($0 + 1)\" r:id=\"s\($0 + 1)\"/>" }
        return "<sheets>\(list.joined())</sheets>"
    }

    private var sheetRelationships: String {
        sheets.indices.map { relationship("s\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }.joined()
            + (sharedStrings == nil ? "" : relationship("t", "sharedStrings", "sharedStrings.xml"))
            + (styles == nil ? "" : relationship("y", "styles", "styles.xml"))
    }

    func read(_ limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookFlaw) -> [SheetText] {
        try Workbook.read(bytes, limits: limits)
    }

    /// The lines of the first sheet.
    func lines() throws -> [String] { try #require(read().first).lines }
}

extension SheetText {
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    var codes: [FindingCode] { remarks.map(\.remark.code) }
}
