/// The parts around the sheets of a workbook that is written here: they say where the sheets are and how bold looks.
enum WorkbookFrame {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let boldStyle = 1
    static let textStyle = 2

    static func files(_ sheets: [String]) -> [(name: String, bytes: [UInt8])] {
        [
            ("[Content_Types].xml", contentTypes(sheets.count)), ("_rels/.rels", topRelationships),
            ("xl/workbook.xml", workbook(sheets)), ("xl/_rels/workbook.xml.rels", relationships(sheets.count)),
            ("xl/styles.xml", styles),
        ].map { ($0.0, Array((XMLText.declaration + $0.1).utf8)) }
    }

    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let media = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private static func contentTypes(_ count: Int) -> String {
        let sheets = (1...count).map {
            "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(media).worksheet+xml\"/>"
        }
        return """
            <Types xmlns="\(package)/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="\(media).sheet.main+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="\(media).styles+xml"/>\(sheets.joined())</Types>
            """
    }

    private static let topRelationships =
        "<Relationships xmlns=\"\(package)/relationships\">\(relationship("rId1", "officeDocument", "xl/workbook.xml"))"
        + "</Relationships>"

    private static func relationships(_ count: Int) -> String {
        let sheets = (1...count).map { relationship("rId\($0)", "worksheet", "worksheets/sheet\($0).xml") }
        return "<Relationships xmlns=\"\(package)/relationships\">\(sheets.joined())"
            + relationship("rId\(count + 1)", "styles", "styles.xml") + "</Relationships>"
    }

    private static func relationship(_ id: String, _ kind: String, _ target: String) -> String {
        "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
    }

    private static func workbook(_ sheets: [String]) -> String {
        let list = sheets.enumerated().map { index, name in
            "<sheet name=\"\(XMLText.escaped(name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
        }
        return "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>\(list.joined())</sheets></workbook>"
    }

    /// Plain, bold, and text (49, the format in which nothing that is typed is changed).
    private static let styles = """
        <styleSheet xmlns="\(main)">\
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
        <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
        </fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
        <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
        <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>\
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """
}
