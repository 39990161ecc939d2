import KPICore
import Testing

@testable import KPIIngest

/// A cell merged over rows counts for each of them.
struct MergeFillTests {
    private let rows = """
        <row><c t="inlineStr"><is><t>2021年上半年</t></is></c></row>
        <row><c t="str"><v>unit</v></c><c t="str"><v>indicator</v></c><c t="str"><v>value</v></c></row>
        <row><c t="str"><v>a,"b</v></c><c t="str"><v>x</v></c><c><v>1</v></c></row>
        <row><c r="B4" t="str"><v>y</v></c><c><v>2</v></c></row>
        <row r="6"><c r="B6" t="str"><v>z</v></c><c><v>3</v></c></row>
        """

    private func book(_ merges: String...) -> WorkbookFixture {
        WorkbookFixture(rows, after: "<mergeCells>\(merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells>")
    }

    @Test func downwardsAndOnlyWhereSomethingStands() throws {
        let text = try #require(book("A3:A6", "A1:C1").read().first)
        #expect(
            text.lines == [
                "2021年上半年", "unit,indicator,value", "\"a,\"\"b\",x,1", "\"a,\"\"b\",y,2", "", "\"a,\"\"b\",z,3",
            ])
        #expect(text.codes == [.merged])
        #expect(text.remarks[0].remark.action == .note && text.remarks[0].remark.message.en.contains("has 1 cells"))
    }

    @Test func aTitleOverAllColumnsMakesNoHeader() throws {
        let text = try #require(book("A1:C1").read().first)
        #expect(text.lines[0] == "2021年上半年" && text.remarks.isEmpty)
    }

    @Test func ofABlockOnlyTheFirstColumnIsFilled() throws {
        #expect(try book("A3:B4").lines()[3] == "\"a,\"\"b\",y,2")
        #expect(try book("B3:C4").lines()[3] == ",y,2")
    }

    @Test func aMergeToTheEndOfTheSheetAddsNoRows() throws {
        #expect(try book("A3:A1048576").lines().count == 6)
        #expect(try book("E3:E6").lines() == book().lines())
    }

    @Test func whatIsFilledInIsBounded() throws {
        var limits = WorkbookLimits()
        let plain = try #require(book().read().first).bytes.count
        limits.textBytes = plain + 5
        #expect(throws: WorkbookFlaw.limit(.textBytes, plain + 5, place: "Sheet1")) { try book("A3:A6").read(limits) }
    }
}
