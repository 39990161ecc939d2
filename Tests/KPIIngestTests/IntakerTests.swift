import KPICore
import Testing

@testable import KPIIngest

/// Whole files, good and broken.
struct IntakerTests {
    private static let header = "indicator,unit,period,value\n"
    private static let row = "talent.recruits,370811,2021-08,3\n"

    private func take(_ text: String, file: String = "a.csv", _ limits: IntakeLimits = IntakeLimits()) -> Intake {
        Intaker(SeedContext.context, limits: limits).take(
            file: file, bytes: Array(text.utf8), receivedAt: SeedContext.moment("2021-09-02T10:00:00+08:00"))
    }

    @Test(arguments: [
        ("a.csv", "", "DQ-FILE-EMPTY"), ("a.csv", "\n\n", "DQ-FILE-EMPTY"), ("a.csv", header, "DQ-FILE-EMPTY"),
        ("a.csv", header + "\n", "DQ-FILE-EMPTY"),
        ("a.csv", "PK\u{3}\u{4}", "DQ-FILE-TYPE"), ("a.xlsx", header + row, "DQ-FILE-TYPE"),
        ("a.csv", header + "a\0b", "DQ-NUL"), ("a.csv", "indicator,unit,period\n" + row, "DQ-COLUMN-MISSING"),
        ("a.csv", "indicator,unti,period,value\n" + row, "DQ-COLUMN-MISSING"),
        ("a.csv", "indicator,target,unit,period,value\n" + row, "DQ-COLUMN-TWICE"),
        ("a.csv", "\"" + header + row, "DQ-QUOTE"), ("registers/event.csv", header + row, "DQ-REGISTER-UNKNOWN"),
        ("registers/events.csv", "event_id,held_on\n", "DQ-COLUMN-MISSING"),
    ])
    func whatCannotBeReadIsToldApart(file: String, text: String, code: String) {
        let intake = take(text, file: file)
        #expect(intake.codes.contains(code))
        #expect(intake.isRefusedWhole)
        #expect(intake.worst == .reject || intake.worst == .doubt)
    }

    @Test func anIndicatorByEitherNameTitlesAndOrder() {
        let intake = take("某市月报,,,\n\nVALUE,Period,unit,Target\n3,2021-08,370811,talent.recruits\n")
        #expect(intake.observations.count == 1 && intake.codes == ["DQ-TITLE-ROW"])
    }

    @Test func aMistypedHeaderIsOfferedTheRightOne() {
        let intake = take("indicator,unit,period,value,nott\n" + "talent.recruits,370811,2021-08,3,x\n")
        #expect(intake.codes == ["DQ-COLUMN-UNKNOWN"] && intake.worst == .doubt)
        #expect(intake.findings.first?.message.en.contains("'note'") == true)
    }

    @Test func aRowWithTooManyFieldsIsRefusedAndOneWithTooFewIsNot() {
        let intake = take("indicator,unit,period,value,note\ntalent.recruits,370811,2021-08,1,234,x\n" + Self.row)
        #expect(intake.codes == ["DQ-ROW-SHAPE"] && intake.refused == 1)
        #expect(intake.observations.map(\.origin.line) == [3])
    }

    @Test func anUnclosedQuoteCostsTheRowsBehindItOnly() {
        let intake = take(Self.header + Self.row + "\"talent.recruits,370812,2021-08,3\n" + Self.row)
        #expect(intake.observations.count == 1 && intake.refused == 1)
        #expect(intake.findings.map(\.line) == [3] && intake.codes == ["DQ-QUOTE"])
        #expect(!intake.isRefusedWhole)
    }

    @Test func linesAreCountedAsEditorsCountThem() {
        let intake = take(
            "indicator,unit,period,value,note\ntalent.recruits,370811,2021-08,1,\"two\nlines\"\nx,370811,2021-08,1,\n")
        #expect(intake.observations.map(\.origin.line) == [2])
        #expect(intake.findings.map(\.line) == [4])
    }

    @Test func findingsAreBounded() {
        let bad = String(repeating: "x,370811,2021-08,3\n", count: 50)
        let intake = take(Self.header + bad, IntakeLimits(findings: 10))
        #expect(intake.findings.count == 11 && intake.refused == 50)
        #expect(intake.findings.last?.code == "DQ-MORE")
    }

    @Test func sizeIsBounded() {
        #expect(take(Self.header + Self.row, IntakeLimits(fileBytes: 10)).codes == ["DQ-FILE-SIZE"])
    }

    @Test func aFileInGB18030IsRead() throws {
        // 任城区 in the place of its code
        let bytes = Array((Self.header + "talent.recruits,").utf8) + [0xC8, 0xCE, 0xB3, 0xC7, 0xC7, 0xF8]
        let intake = SeedContext.intaker.take(
            file: "a.csv", bytes: bytes + Array(",2021-08,3\r\n".utf8), receivedAt: SeedContext.received)
        #expect(intake.observations.first?.key.unit == "370811")
        #expect(intake.codes.first == "DQ-ENCODING")
    }
}
