import Foundation
import TestSeeds
import Testing

@testable import KPIIngest

struct WorkbookWriterTests {
    private func template() -> WorkbookWriter {
        var writer = WorkbookWriter(
            sheet: "月报", columns: [.init("单位", width: 20), .init("期间", isText: true), .init("数值")])
        writer.append([.text("任城区"), .text("2021-06"), .number(12.5)])
        writer.append([.text("=HYPERLINK(\"x\")"), .empty, .number(-3)])
        writer.explain(
            sheet: "填写说明", columns: [.init("列"), .init("说明", width: 60)], rows: [["期间", "如<2021-06>&\r\n下行"]])
        return writer
    }

    @Test func whatIsWrittenIsRead() throws {
        let sheets = try Workbook.read(template().bytes())
        #expect(sheets.map(\.name) == ["月报", "填写说明"])
        #expect(sheets[0].lines == ["单位,期间,数值", "任城区,2021-06,12.5", "\"=HYPERLINK(\"\"x\"\")\",,-3"])
        #expect(sheets[1].lines == ["列,说明", "期间,如<2021-06>& 下行"])
        #expect(sheets.allSatisfy { $0.remarks.isEmpty && !$0.isHidden })
        if let path = ProcessInfo.processInfo.environment["KPID_WORKBOOK"] {
            try Data(template().bytes()).write(to: URL(fileURLWithPath: path))
        }
    }

    @Test func theSameContentsAreTheSameBytes() throws {
        #expect(try template().bytes() == template().bytes())
    }

    @Test(arguments: ["", "a/b", "[a]", "'a", String(repeating: "长", count: 32), "说明"])
    func sheetsHaveUsableNames(_ name: String) {
        var writer = WorkbookWriter(sheet: name, columns: [])
        writer.explain(sheet: "说明", columns: [], rows: [])
        #expect(throws: WorkbookWritingFlaw.sheetName(name)) { try writer.bytes() }
    }

    @Test func whatSpreadsheetsCannotHoldIsRefused() {
        var numbers = WorkbookWriter(sheet: "a", columns: [.init("x")])
        numbers.append([.empty, .number(.nan)])
        #expect(throws: WorkbookWritingFlaw.notFinite("B2")) { try numbers.bytes() }
        var texts = WorkbookWriter(sheet: "a", columns: [.init("x")])
        texts.append([.text(String(repeating: "x", count: 32_768))])
        #expect(throws: WorkbookWritingFlaw.textTooLong("A2")) { try texts.bytes() }
    }

    @Test(arguments: seeds(40))
    func anyGridIsReadAsItWasWritten(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let alphabet = Array("ab0,\"<>&'_x000D_ 任区é=+-@\t😀".unicodeScalars) + ["\u{1}", "\u{FFFF}", "\u{300}"]
        var writer = WorkbookWriter(sheet: "a", columns: [.init("x"), .init("y", isText: true)])
        var expected = [["x", "y"]]
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            var row: [WorkbookWriter.Cell] = []
            var texts: [String] = []
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                switch Int.random(in: 0...3, using: &random) {
                case 0: row.append(.empty)
                case 1: row.append(.number(Self.number(&random)))
                default:
                    var text = String.UnicodeScalarView()
                    for _ in 0..<Int.random(in: 0...9, using: &random) {
                        if let scalar = alphabet.randomElement(using: &random) { text.append(scalar) }
                    }
                    row.append(.text(String(text)))
                }
                switch row.last {
                case .number(let value)?: texts.append("number \(value)")
                case .text(let text)?: texts.append(text.replacing("\u{1}", with: " "))
                default: texts.append("")
                }
            }
            while texts.last == "" { texts.removeLast() }
            writer.append(row)
            expected.append(texts)
        }
        while expected.last == [] { expected.removeLast() }
        let sheet = try #require(Workbook.read(writer.bytes()).first)
        #expect(Self.records(sheet, like: expected) == expected, "seed \(seed)")
    }

    private static func number(_ random: inout SeededGenerator) -> Double {
        while true {
            let value =
                Bool.random(using: &random)
                ? Double(bitPattern: random.next()) : Double(Int.random(in: -99_999...99_999, using: &random)) / 100
            if value.isFinite { return value == 0 ? 0 : value }
        }
    }

    /// A number is compared as a number: any text that is read back as the same one will do.
    private static func records(_ sheet: SheetText, like expected: [[String]]) -> [[String]] {
        var reader = CSVReader(sheet.bytes)
        var record = reader.makeRecord()
        var records: [[String]] = []
        while reader.next(into: &record) {
            let row = records.count
            records.append(
                record.isBlank && record.count == 1 && record[0].isEmpty
                    ? []
                    : record.texts.enumerated().map { column, text in
                        guard row < expected.count, column < expected[row].count,
                            expected[row][column].hasPrefix("number "), !text.contains("e"), let value = Double(text)
                        else { return text }
                        return "number \(value)"
                    })
        }
        return records
    }
}
