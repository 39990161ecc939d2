import KPICore
import Testing

@testable import KPIIngest

/// What becomes of the cells of a sheet.
struct WorksheetTests {
    @Test func aRowIsALine() throws {
        let book = WorkbookFixture(
            """
            <row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c><c r="E2"/></row>
            <row r="4"><c r="A4"><v>3</v></c></row><row r="9"><c r="C9" s="0"/></row>
            """)
        #expect(try book.lines() == ["", ",1,,2", "", "3"])
    }

    @Test func placesMayBeLeftOut() throws {
        let book = WorkbookFixture("<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>")
        #expect(try book.lines() == ["1,2", ",3"])
    }

    @Test func textsComeFromWhereTheyAreKept() throws {
        var book = WorkbookFixture(
            """
            <row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>
            <c t="str"><f>A1</f><v>c</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c></row>
            """)
        book.sharedStrings = """
            <si><t>任城区</t><rPh sb="0" eb="1"><t>rencheng</t></rPh><phoneticPr fontId="1"/></si>
            <si><r><rPr><b/></rPr><t>兖</t></r><r><t xml:space="preserve">州 </t></r></si>
            """
        #expect(try book.lines() == ["兖州 ,任城区,ab,c,TRUE,FALSE,#REF!"])
        #expect(try book.read()[0].remarks.isEmpty)
    }

    @Test func whatIsInACellStaysInItsLineAndField() throws {
        let book = WorkbookFixture(
            """
            <row><c t="inlineStr"><is><t>a\nb&#13;\nc_x000D_d</t></is></c><c t="inlineStr"><is><t>1,234</t></is></c>
            <c t="inlineStr"><is><t>say "x"</t></is></c><c t="inlineStr"><is><t>_x4EFB__x005F_x000D_</t></is></c></row>
            """)
        let text = try #require(book.read().first)
        #expect(text.lines == [#"a b c d,"1,234","say ""x""",任_x000D_"#])
        var reader = CSVReader(text.bytes)
        var record = reader.makeRecord()
        #expect(reader.next(into: &record) && record.texts == ["a b c d", "1,234", "say \"x\"", "任_x000D_"])
    }

    @Test func aTextThatLooksLikeAFormulaArrivesAsItIs() throws {
        let book = WorkbookFixture(#"<row><c t="inlineStr"><is><t>=1+1</t></is></c></row>"#)
        #expect(try book.lines() == ["=1+1"])
    }

    @Test func aFormulaCountsByItsResult() throws {
        let book = WorkbookFixture(
            """
            <row><c><f>SUM(B1:B2)</f><v>5</v></c><c t="str"><f>""</f><v></v></c></row>
            <row><c><f>SUM(B1:B2)</f></c><c><f>1</f></c></row><row><c><f>A9</f><v/></c><c><v>7</v></c></row>
            <row><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row><c t="str"><f>A1</f></c></row>
            """)
        let text = try #require(book.read().first)
        #expect(text.lines == ["5", "", ",7", "#DIV/0!"])
        #expect(text.remarks.map(\.line) == [2, 3, 4, 5])
        #expect(text.remarks.allSatisfy { $0.remark.code == .formulaResult && $0.remark.action == .reject })
        #expect(text.remarks[2].remark.message.en.contains("A4 fails (#DIV/0!)"))
    }

    @Test(arguments: [
        ("1000000", "1000000"), ("1E6", "1000000"), ("0.64300000000000002", "0.643"), ("-0.5", "-0.5"), ("0", "0"),
        ("-0", "0"), ("1.5E-7", "0.00000015"), ("1e21", "1000000000000000000000"),
        ("123456789012345", "123456789012345"),
        ("0.1", "0.1"), ("12.50", "12.5"), ("9007199254740993", "9007199254740992"),
    ])
    func numbersAreWrittenInFull(value: String, text: String) throws {
        #expect(try WorkbookFixture("<row><c><v>\(value)</v></c></row>").lines() == [text])
    }

    @Test func hiddenRowsAndColumnsAreReadAndTold() throws {
        let book = WorkbookFixture(
            """
            <row hidden="1"><c><v>1</v></c><c><v>2</v></c></row><row hidden="true"/><row><c r="C3"><v>3</v></c></row>
            """, before: #"<cols><col min="2" max="3" hidden="1"/><col min="9" max="16384" hidden="1"/></cols>"#)
        let text = try #require(book.read().first)
        #expect(text.lines == ["1,2", "", ",,3"])
        #expect(text.codes == [.hidden])
        #expect(text.remarks[0].remark.message.en.contains("1 hidden rows and 2 hidden columns"))
    }

    @Test func whatLiesInExtensionsIsNoCell() throws {
        let book = WorkbookFixture(
            #"<row><c><v>1</v><extLst><ext><v>9</v></ext></extLst></c></row>"#,
            after: #"<extLst><ext><row><c><v>8</v></c></row></ext></extLst>"#)
        #expect(try book.lines() == ["1"])
    }
}
