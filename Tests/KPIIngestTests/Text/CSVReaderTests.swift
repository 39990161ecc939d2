import TestSeeds
import Testing

@testable import KPIIngest

struct CSVReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let records: [[String]]
        var lines: [Int]?
        var testDescription: String { text.debugDescription }
    }

    @Test(arguments: [
        Case(text: "", records: []), Case(text: "a", records: [["a"]]), Case(text: "a,b\n", records: [["a", "b"]]),
        Case(text: "a,b\r\nc,d\r\n", records: [["a", "b"], ["c", "d"]], lines: [1, 2]),
        Case(text: "a\rb", records: [["a"], ["b"]], lines: [1, 2]),
        Case(text: ",\n", records: [["", ""]]), Case(text: "\n\na", records: [[""], [""], ["a"]], lines: [1, 2, 3]),
        Case(text: "\"a,b\",c", records: [["a,b", "c"]]), Case(text: "\"\"", records: [[""]]),
        Case(text: "\"a \"\"b\"\"\"", records: [["a \"b\""]]), Case(text: "\"\"\"\"", records: [["\""]]),
        Case(text: "\"a\r\nb\nc\",d\ne", records: [["a\r\nb\nc", "d"], ["e"]], lines: [1, 4]),
        Case(text: "a\"b,c", records: [["a\"b", "c"]]), Case(text: "任城区,3", records: [["任城区", "3"]]),
        Case(text: "a,", records: [["a", ""]]),
    ])
    func reads(_ given: Case) {
        let (records, lines, flaw) = read(given.text)
        #expect(records == given.records)
        if let expected = given.lines { #expect(lines == expected) }
        #expect(flaw == nil)
    }

    @Test func saysWhereAQuoteBegan() {
        let (records, _, flaw) = read("a,b\nc,\"d\ne\n")
        #expect(records == [["a", "b"]])
        #expect(flaw == .unterminatedQuote(line: 2))
    }

    @Test func marksTextBehindAQuote() {
        var reader = CSVReader(Array("\"a\"b,c\nd".utf8))
        var record = reader.makeRecord()
        #expect(reader.next(into: &record) && record.hasTextAfterQuote && record.texts == ["a", "c"])
        #expect(reader.next(into: &record) && !record.hasTextAfterQuote && record.texts == ["d"])
    }

    @Test func staysWithinItsLimits() {
        let limits = IntakeLimits(recordBytes: 40, fieldBytes: 20, columns: 5, records: 3)
        let long = String(repeating: "x", count: 21)
        #expect(read("a\n\(long)", limits).flaw == .fieldTooLong(line: 2, limit: 20))
        #expect(read("a\n\"\(long)\"", limits).flaw == .fieldTooLong(line: 2, limit: 20))
        #expect(read("1,2,3,4,5,6", limits).flaw == .tooManyColumns(line: 1, limit: 5))
        #expect(read("a\nb\nc\nd", limits).flaw == .tooManyRecords(line: 4, limit: 3))
        let wide = Array(repeating: String(repeating: "x", count: 15), count: 3).joined(separator: ",")
        #expect(read(wide, limits).flaw == .recordTooLong(line: 1, limit: 40))
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func whatIsWrittenIsReadAgain(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("ab0,\"\r\n 任区é'=+-@\t")
        let records = (0..<Int.random(in: 1...8, using: &random)).map { _ in
            (0..<Int.random(in: 1...6, using: &random)).map { _ in
                String(
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a"
                    })
            }
        }
        let expected = records.map { $0.map { FormulaCell.isFormula($0) ? "'" + $0 : $0 } }
        let (read, _, flaw) = read(records.map(CSVWriter.record).joined())
        #expect(flaw == nil)
        #expect(read == expected, "seed \(seed)")
    }

    @Test(arguments: ["=1+1", "@SUM(A1)", "+1+1", "-2+3", "\t=1", "＝1+1", "-abc"])
    func noFormulaIsWritten(_ text: String) {
        #expect(CSVWriter.record([text]).contains("'" + text))
    }

    @Test(arguments: ["-3", "+5", "-1.5", "--", "-", "a=b", "1-2"])
    func numbersAndWordsAreWrittenAsTheyAre(_ text: String) {
        #expect(CSVWriter.record([text]) == text + "\r\n")
    }

    private func read(
        _ text: String, _ limits: IntakeLimits = IntakeLimits()
    ) -> (records: [[String]], lines: [Int], flaw: CSVFlaw?) {
        var reader = CSVReader(Array(text.utf8), limits: limits)
        var record = reader.makeRecord()
        var records: [[String]] = []
        var lines: [Int] = []
        while reader.next(into: &record) {
            records.append(record.texts)
            lines.append(record.line)
        }
        return (records, lines, reader.flaw)
    }
}
