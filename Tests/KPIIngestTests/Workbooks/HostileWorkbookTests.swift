import KPICore
import TestSeeds
import Testing

@testable import KPIIngest

/// Files that are damaged, meant to do harm, or no workbooks: each is refused with what it is and what to do.
struct HostileWorkbookTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: FindingCode
        let bytes: [UInt8]
        /// What people have to be told.
        let tells: String
        var limits = WorkbookLimits()

        init(_ description: String, _ code: FindingCode, _ bytes: [UInt8], tells: String) {
            testDescription = description
            self.code = code
            self.bytes = bytes
            self.tells = tells
        }

        init(_ description: String, _ code: FindingCode, tells: String, _ change: (inout WorkbookFixture) -> Void) {
            var book = WorkbookFixture("<row><c><v>1</v></c></row>")
            change(&book)
            self.init(description, code, book.bytes, tells: tells)
        }

        init(_ rows: String, after: String = "", _ code: FindingCode = .fileDamaged, tells: String) {
            self.init(rows, code, WorkbookFixture(rows, after: after).bytes, tells: tells)
        }

        func within(_ change: (inout WorkbookLimits) -> Void) -> Case {
            var copy = self
            change(&copy.limits)
            return copy
        }
    }

    private static let plain = WorkbookFixture("<row><c><v>1</v></c></row>").bytes

    private static func replacing(_ old: String, _ new: String) -> [UInt8] {
        precondition(old.utf8.count == new.utf8.count)
        var bytes = WorkbookFixture("<row><c><v>1</v></c></row>").bytes
        let (old, new) = (Array(old.utf8), Array(new.utf8))
        for start in 0...(bytes.count - old.count) where bytes[start..<start + old.count].elementsEqual(old) {
            bytes.replaceSubrange(start..<start + old.count, with: new)
        }
        return bytes
    }

    /// Sets a bit or a field of every entry, in its own header and in the list of contents.
    private static func patched(local: Int, central: Int, _ value: UInt8) -> [UInt8] {
        var bytes = plain
        for start in 0..<(bytes.count - 4) where bytes[start] == 0x50 && bytes[start + 1] == 0x4B {
            if bytes[start + 2] == 3 { bytes[start + local] = value }
            if bytes[start + 2] == 1 { bytes[start + central] = value }
        }
        return bytes
    }

    private static let archives: [Case] = [
        Case("empty", .fileType, [], tells: "no XLSX workbook"),
        Case("text", .fileType, Array("unit,value\n".utf8), tells: "no XLSX workbook"),
        Case("old Excel", .fileType, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], tells: ".xls"),
        Case(
            "with a password", .fileLocked,
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + "EncryptedPackage".utf8.flatMap { [$0, 0] },
            tells: "password"
        ),
        Case("half an archive", .fileDamaged, Array(plain.prefix(plain.count / 2)), tells: "not whole"),
        Case("no list of contents", .fileDamaged, Array(plain.dropLast(30)), tells: "not whole"),
        Case("only a signature", .fileDamaged, [0x50, 0x4B, 3, 4], tells: "not whole"),
        Case("an entry with a password", .fileLocked, patched(local: 6, central: 8, 1), tells: "encrypted"),
        Case("unusual packing", .fileDamaged, patched(local: 8, central: 10, 12), tells: "packed"),
        Case("wrong checksum", .fileDamaged, patched(local: 14, central: 16, 0x5A), tells: "cannot be unpacked"),
        Case("upwards", .fileUnsafe, replacing("[Content_Types].xml", "../ontent_Types.xml"), tells: "unsafe name"),
        Case("absolute", .fileUnsafe, replacing("[Content_Types].xml", "/Content_Types].xml"), tells: "unsafe name"),
        Case("backslash", .fileUnsafe, replacing("[Content_Types].xml", "xl\\ntent_Types].xml"), tells: "unsafe name"),
        Case("drive", .fileUnsafe, replacing("[Content_Types].xml", "C:ontent_Types].xml"), tells: "unsafe name"),
        Case("a name twice", .fileUnsafe, ZipWriter.archive([("a.xml", []), ("A.XML", [])]) ?? [], tells: "twice"),
        Case("too many entries", .limit, plain, tells: "more than 3 files").within { $0.entries = 3 },
        Case("too big an entry", .limit, plain, tells: "unpacks to more").within { $0.entryBytes = 100 },
        Case("too big together", .limit, plain, tells: "it unpacks to more").within { $0.totalBytes = 400 },
        Case(
            "another archive", .fileType, ZipWriter.archive([("a.txt", [0x61])]) ?? [],
            tells: "archive of something else"),
        Case(
            "OpenDocument", .fileType, ZipWriter.archive([("mimetype", [0x61]), ("content.xml", [0x61])]) ?? [],
            tells: ".ods"),
        Case("binary", .fileType, tells: ".xlsb") {
            $0.files["_rels/.rels"] = "<R>\($0.relationship("r", "officeDocument", "xl/workbook.bin"))</R>"
        },
        Case("a document", .fileType, tells: "something else") { $0.files["xl/workbook.xml"] = "<document/>" },
    ]

    private static let parts: [Case] = [
        Case("no workbook part", .fileDamaged, tells: "xl/workbook.xml' is missing") {
            $0.missing = ["xl/workbook.xml"]
        },
        Case("no sheet part", .fileDamaged, tells: "sheet1.xml' is missing") {
            $0.missing = ["xl/worksheets/sheet1.xml"]
        },
        Case("no relationships", .fileDamaged, tells: "'Sheet1' is missing") {
            $0.missing = ["xl/_rels/workbook.xml.rels"]
        },
        Case("a sheet elsewhere", .fileDamaged, tells: "'Sheet1' is missing") {
            $0.relationships = #"<Relationship Id="s1" Type="worksheet" Target="http://x/y" TargetMode="External"/>"#
        },
        Case("a sheet above the top", .fileDamaged, tells: "'Sheet1' is missing") {
            $0.relationships = $0.relationship("s1", "worksheet", "../../../etc/passwd")
        },
        Case("no sheets", .fileDamaged, tells: "no worksheet") { $0.workbook = "<sheets/>" },
        Case("too many sheets", .limit, tells: "more than 0 worksheets") { _ in }.within { $0.sheets = 0 },
        Case("cut off", .fileDamaged, tells: "wrong on its line 2") {
            $0.files["xl/worksheets/sheet1.xml"] = "<worksheet>\n<sheetData>"
        },
        Case("empty part", .fileDamaged, tells: "no element found") { $0.files["xl/worksheets/sheet1.xml"] = "" },
        Case("unknown entity", .fileDamaged, tells: "undefined entity") { $0.sheets = ["<sheetData>&x;</sheetData>"] },
        Case("unknown encoding", .fileDamaged, tells: "encoding") {
            $0.files["xl/worksheets/sheet1.xml"] = #"<?xml version="1.0" encoding="x-klingon"?><worksheet/>"#
        },
        Case("a bomb of entities", .fileUnsafe, tells: "document type") {
            $0.files["xl/worksheets/sheet1.xml"] = """
                <!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>
                """
        },
        Case("a file from outside", .fileUnsafe, tells: "document type") {
            $0.files["xl/workbook.xml"] = #"<!DOCTYPE w SYSTEM "file:///etc/passwd"><workbook/>"#
        },
        Case("too deep", .limit, tells: "nested more than 64") {
            $0.sheets = [String(repeating: "<a>", count: 5000) + String(repeating: "</a>", count: 5000)]
        },
        Case("a tag without end", .limit, tells: "XML tag of more than 1000") {
            $0.sheets = ["<a b=\"" + String(repeating: "x", count: 200_000) + "\"/>"]
        }.within { $0.tagBytes = 1000 },
        Case("a bomb of zeros", .limit, tells: "more than 250 times") {
            $0.sheets = [String(repeating: " ", count: 300_000)]
        }.within { $0.ratioFreeBytes = 1000 },
        Case("too many formats", .limit, tells: "cell formats") { $0.styles = "<cellXfs><xf/><xf/><xf/></cellXfs>" }
            .within { $0.cellFormats = 2 },
        Case("too many texts", .limit, tells: "different texts") { $0.sharedStrings = "<si/><si/><si/>" }
            .within { $0.sharedStrings = 2 },
        Case("too long a text", .limit, tells: "text of more than 5 bytes") {
            $0.sharedStrings = "<si><t>12345</t></si><si><r><t>123</t></r><r><t>456</t></r></si>"
        }.within { $0.cellBytes = 5 },
        Case("too much text", .limit, tells: "more than 5 bytes") {
            $0.sharedStrings = "<si><t>123</t></si><si><t>456</t></si>"
        }.within { $0.sharedBytes = 5 },
    ]

    private static let cells: [Case] = [
        Case("<row r='0'/>", tells: "no place"), Case("<row r='1048577'/>", tells: "no place"),
        Case("<row r='99999999999999999999'/>", tells: "no place"), Case("<row r='-1'/>", tells: "no place"),
        Case("<row r='2'/><row r='2'/>", tells: "out of order"),
        Case("<row r='2'/><row r='1'/>", tells: "out of order"),
        Case("<row><c r='B1'/><c r='A1'/></row>", tells: "A1 of sheet 'Sheet1' is out of order"),
        Case("<row><c r='A2'/></row>", tells: "out of order"), Case("<row><c r='XFE1'/></row>", tells: "no place"),
        Case("<row><c r='1A'/></row>", tells: "no place"), Case("<row><c r=''/></row>", tells: "no place"),
        Case("<row><c r='XFD1'/><c/></row>", tells: "no place"),
        Case("<row><c t='s'><v>0</v></c></row>", tells: "a text that is not there"),
        Case("<row><c t='s'><v>-1</v></c></row>", tells: "a text that is not there"),
        Case("<row><c t='s'><v>x</v></c></row>", tells: "a text that is not there"),
        Case("<row><c s='7'><v>1</v></c></row>", tells: "a format that is not there"),
        Case("<row><c s='x'><v>1</v></c></row>", tells: "a format that is not there"),
        Case("<row><c><v>0x10</v></c></row>", tells: "a number that is none"),
        Case("<row><c><v>nan</v></c></row>", tells: "a number that is none"),
        Case("<row><c><v>1e999</v></c></row>", tells: "a number that is none"),
        Case("<row><c t='b'><v>2</v></c></row>", tells: "a number that is none"),
        Case("<row><c t='?'><v>2</v></c></row>", tells: "a number that is none"),
        Case("", after: "<mergeCells><mergeCell ref='B2:A1'/></mergeCells>", tells: "no place"),
        Case("", after: "<mergeCells><mergeCell ref='A1:A1048577'/></mergeCells>", tells: "no place"),
        Case("", after: "<mergeCells><mergeCell/></mergeCells>", tells: "no place"),
        Case("<row r='11'/>", .limit, tells: "more than 10 rows").within { $0.rows = 10 },
        Case("<row><c r='C1'><v>1</v></c></row>", .limit, tells: "more than 2 columns").within { $0.columns = 2 },
        Case("<row><c/><c/><c/></row>", .limit, tells: "more than 2 cells").within { $0.cells = 2 },
        Case("<row><c><v>123456</v></c></row>", .limit, tells: "text of more than 5 bytes").within { $0.cellBytes = 5 },
        Case(
            "<row><c t='inlineStr'><is><r><t>123</t></r><r><t>456</t></r></is></c></row>", .limit,
            tells: "more than 5 bytes"
        )
        .within { $0.cellBytes = 5 },
        Case("<row><c><v>123</v></c><c><v>456</v></c></row>", .limit, tells: "contents are more than 5").within {
            $0.textBytes = 5
        },
        Case("<row><c><f>1</f></c></row><row><c><f>1</f></c></row>", .limit, tells: "more than 1 rows with formulas")
            .within {
                $0.brokenFormulas = 1
            },
        Case(
            "", after: "<mergeCells><mergeCell ref='A1'/><mergeCell ref='A2'/></mergeCells>", .limit, tells: "1 merged"
        )
        .within { $0.merges = 1 },
    ]

    @Test(arguments: archives + parts + cells)
    func isRefusedWithAReasonAndAWayOut(_ given: Case) throws {
        let flaw = try #require(throws: WorkbookFlaw.self) { try Workbook.read(given.bytes, limits: given.limits) }
        let remark = Remark(flaw)
        #expect(remark.code == given.code)
        #expect(remark.action == .reject)
        #expect(remark.message.en.contains(given.tells), "\(remark.message.en)")
        #expect(remark.message.zh.contains("请") && remark.message.zh.hasSuffix("。"), "\(remark.message.zh)")
    }

    @Test(arguments: seeds(100))
    func noChangedByteIsATrap(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var bytes = Self.plain
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        // Whether it can still be read is not the question.
        _ = try? Workbook.read(bytes)
    }
}
