import KPICore
import Testing

@testable import KPIIngest

/// How the sheets of a workbook are found.
struct WorkbookTests {
    private func sheet(_ value: Int) -> String { "<sheetData><row><c><v>\(value)</v></c></row></sheetData>" }

    @Test func sheetsComeInTheWorkbooksOrder() throws {
        var book = WorkbookFixture()
        book.sheets = [sheet(1), sheet(2), sheet(3)]
        book.workbook = """
            <sheets><sheet name="丙" r:id="s3"/><sheet name="甲" r:id="s1" state="hidden"/>\
            <sheet name="乙" r:id="s2" state="veryHidden"/></sheets>
            """
        let sheets = try book.read()
        #expect(sheets.map(\.name) == ["丙", "甲", "乙"])
        #expect(sheets.map(\.text) == ["3", "1", "2"])
        #expect(sheets.map(\.isHidden) == [false, true, true])
        #expect(sheets.map(\.codes) == [[], [.hidden], [.hidden]])
        #expect(sheets[1].remarks[0].remark.message.zh.contains("甲"))
    }

    @Test(arguments: ["/xl/worksheets/sheet1.xml", "worksheets/sheet1.xml", "../xl/./worksheets/Sheet1.XML"])
    func targetsAreAbsoluteOrRelative(_ target: String) throws {
        var book = WorkbookFixture()
        book.sheets = [sheet(1)]
        book.relationships = book.relationship("s1", "worksheet", target)
        #expect(try book.lines() == ["1"])
    }

    @Test func theStrictEditionIsReadTheSame() throws {
        var book = WorkbookFixture(#"<row><c t="s"><v>0</v></c></row>"#)
        book.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        book.office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        book.sharedStrings = "<si><t>x</t></si>"
        #expect(try book.lines() == ["x"])
    }

    @Test func prefixesSayNothing() throws {
        var book = WorkbookFixture()
        book.files["xl/worksheets/sheet1.xml"] = """
            <x:worksheet xmlns:x="\(book.namespace)"><x:sheetData><x:row><x:c r="B1"><x:v>1</x:v></x:c></x:row>\
            </x:sheetData></x:worksheet>
            """
        #expect(try book.lines() == [",1"])
    }

    @Test func chartsArePassedOver() throws {
        var book = WorkbookFixture("<row><c><v>1</v></c></row>")
        book.workbook = #"<sheets><sheet name="chart" r:id="c"/><sheet name="a" r:id="s1"/></sheets>"#
        book.relationships =
            book.relationship("c", "chartsheet", "chartsheets/sheet1.xml")
            + book.relationship("s1", "worksheet", "worksheets/sheet1.xml")
        #expect(try book.read().map(\.name) == ["a"])
    }

    @Test func otherEncodingsOfXMLAreRead() throws {
        var book = WorkbookFixture()
        book.files["xl/worksheets/sheet1.xml"] = """
            <?xml version="1.0" encoding="ISO-8859-1"?><worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>
            """
        #expect(try book.lines() == ["1"])
    }

    @Test func aBigSheetIsReadPieceByPiece() throws {
        let rows = (1...3000).map {
            "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c><c t=\"str\"><v>文\($0)</v></c></row>"
        }
        let lines = try WorkbookFixture(rows.joined()).lines()
        #expect(lines == (1...3000).map { "\($0),文\($0)" })
    }
}
