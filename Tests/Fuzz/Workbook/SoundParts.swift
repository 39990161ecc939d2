import KPIIngest

/// A sound workbook, of which one part at a time is replaced.
let sound = SoundParts()

struct SoundParts {
    private let parts: [(name: String, text: String)] = [
        (
            "_rels/.rels",
            #"<R><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></R>"#
        ),
        (
            "xl/workbook.xml",
            #"<workbook xmlns:r="r"><sheets><sheet name="a" r:id="s"/><sheet name="b" r:id="s"/></sheets></workbook>"#
        ),
        (
            "xl/_rels/workbook.xml.rels",
            """
            <R><Relationship Id="s" Type="x/worksheet" Target="worksheets/sheet1.xml"/>\
            <Relationship Id="t" Type="x/sharedStrings" Target="sharedStrings.xml"/>\
            <Relationship Id="y" Type="x/styles" Target="styles.xml"/></R>
            """
        ),
        (
            "xl/styles.xml",
            """
            <s><numFmts><numFmt numFmtId="176" formatCode="yyyy-mm"/></numFmts><cellXfs><xf/><xf numFmtId="14"/>\
            <xf numFmtId="176"/><xf numFmtId="9"/></cellXfs></s>
            """
        ),
        ("xl/sharedStrings.xml", "<s><si><t>a,\"b</t></si><si><r><t>c</t></r></si></s>"),
        (
            "xl/worksheets/sheet1.xml",
            """
            <worksheet><cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>\
            <c r="B1" s="1"><f>C1</f><v>44377.5</v></c></row><row r="3"><c t="inlineStr"><is><t>x_x000D_y</t></is></c></row>\
            <row><c r="B4" s="3"><v>0.5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A4"/></mergeCells></worksheet>
            """
        ),
    ]

    func replacing(_ name: String, with bytes: [UInt8]) -> [UInt8] {
        ZipWriter.archive(parts.map { ($0.name, $0.name == name ? bytes : Array($0.text.utf8)) }) ?? []
    }
}
