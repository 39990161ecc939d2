import Testing

@testable import KPIIngest

/// A number is a day, a time or a share by how it is shown.
struct NumberFormatTests {
    @Test(arguments: [
        ("General", NumberFormat.plain), ("0.00", .plain), ("#,##0", .plain), ("@", .plain), ("0.00E+00", .plain),
        ("0\"days\"", .plain), ("0\\d", .plain), ("[Red]0", .plain), ("[$¥-804]#,##0", .plain), ("0_d", .plain),
        ("0;yyyy", .plain), ("G/通用格式", .plain), ("0*d", .plain), ("0\"", .plain), ("[", .plain), ("0\\", .plain),
        ("0%", .percent), ("0.00%;[Red]-0.00%", .percent), ("yyyy-mm-dd", .day), ("yyyy\"年\"m\"月\"d\"日\"", .day),
        ("[$-804]m/d/yy", .day), ("aaaa", .day), ("yyyy", .day), ("yyyy-mm", .month), ("yyyy\"年\"m\"月\"", .month),
        ("mmm-yy", .month), ("h:mm", .timeOfDay), ("mm:ss.0", .timeOfDay), ("h:mm AM/PM", .timeOfDay),
        ("上午/下午h\"时\"mm\"分\"", .timeOfDay), ("AM/PM", .timeOfDay), ("yyyy-mm-dd hh:mm:ss", .dayAndTime),
        ("[h]:mm", .elapsed),
        ("[ss]", .elapsed),
    ])
    func codesAreTold(code: String, format: NumberFormat) {
        #expect(NumberFormat(code: code) == format)
    }

    @Test(arguments: [
        0: NumberFormat.plain, 9: .percent, 14: .day, 17: .month, 22: .dayAndTime, 31: .day, 46: .elapsed, 49: .plain,
        57: .month,
    ])
    func builtInFormatsAreTold(id: Int, format: NumberFormat) {
        #expect(NumberFormat(builtIn: id) == format)
    }

    @Test(arguments: [
        (44_377, NumberFormat.day, "2021-06-30"), (44_377.5, .day, "2021-06-30"), (44_377, .dayAndTime, "2021-06-30"),
        (44_377.416666666664, .dayAndTime, "2021-06-30T10:00:00"), (44_376.999999999, .dayAndTime, "2021-06-30"),
        (44_348, .month, "2021-06"), (44_349, .month, "2021-06-02"), (0.5, .timeOfDay, "12:00:00"),
        (44_377.5, .timeOfDay, "2021-06-30T12:00:00"), (1.25, .elapsed, "30:00:00"), (1, .day, "1900-01-01"),
        (59, .day, "1900-02-28"), (60, .day, "1900-02-29"), (61, .day, "1900-03-01"), (2_958_465, .day, "9999-12-31"),
    ])
    func daysAreAsPeopleSeeThem(serial: Double, format: NumberFormat, text: String) {
        #expect(SerialDate(is1904: false).text(serial, format) == text)
    }

    @Test func whatIsShownAsNoDayStaysANumber() {
        for serial in [-1, 0, 2_958_466, 1e300] { #expect(SerialDate(is1904: false).text(serial, .day) == nil) }
    }

    @Test func macintoshesCountFrom1904() throws {
        var book = WorkbookFixture(#"<row><c s="1"><v>0</v></c><c s="1"><v>42915</v></c></row>"#)
        book.styles = #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#
        book.workbook = #"<workbookPr date1904="1"/><sheets><sheet name="a" r:id="s1"/></sheets>"#
        #expect(try book.lines() == ["1904-01-01,2021-06-30"])
    }

    @Test func cellsAreShownByTheirFormats() throws {
        var book = WorkbookFixture(
            """
            <row><c s="0"><v>44377</v></c><c s="1"><v>44377</v></c><c s="2"><v>44348</v></c><c s="3"><v>0.77</v></c>
            <c s="3"><v>0.64300000000000002</v></c><c s="3"><v>0.07</v></c><c s="3"><v>1.1</v></c>
            <c s="4"><v>44377</v></c><c t="d"><v>2021-06-30T00:00:00.000Z</v></c><c t="d"><v>2021-06-30T10:00:00</v></c></row>
            """)
        book.styles = """
            <numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
            <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="176"/>
            <xf numFmtId="9"/><xf numFmtId="49"/></cellXfs>
            """
        #expect(try book.lines() == ["44377,2021-06-30,2021-06,77%,64.3%,7%,110%,44377,2021-06-30,2021-06-30T10:00:00"])
    }
}
