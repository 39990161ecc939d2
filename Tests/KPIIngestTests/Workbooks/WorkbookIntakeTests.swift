import KPICore
import Testing

@testable import KPIIngest

/// Reports and registers in workbooks.
struct WorkbookIntakeTests {
    private func workbook(_ sheet: String, _ rows: [[String]], explained: Bool = false) throws -> [UInt8] {
        var writer = WorkbookWriter(sheet: sheet, columns: rows[0].map { WorkbookWriter.Column($0) })
        for row in rows.dropFirst() {
            writer.append(row.map { text in text.isEmpty ? .empty : Double(text).map { .number($0) } ?? .text(text) })
        }
        if explained { writer.explain(sheet: "填表说明", columns: [.init("说明")], rows: [["只填数值"]]) }
        return try writer.bytes()
    }

    private func take(_ bytes: [UInt8], as file: String) -> Intake {
        SeedContext.intaker.take(file: file, bytes: bytes, receivedAt: SeedContext.received)
    }

    @Test func aReportIsTakenAndOtherSheetsAreTold() throws {
        let bytes = try workbook(
            "引才", [["指标", "单位", "期间", "数值"], ["talent.recruits", "任城区", "2021-06", "3"]], explained: true)
        let intake = take(bytes, as: "2021-06.xlsx")
        #expect(intake.observations.map(\.value) == [Quantity(3)])
        #expect(intake.observations.map(\.origin.line) == [2])
        #expect(intake.findings.contains { $0.code == "DQ-SHEET" && $0.message.zh.contains("填表说明") })
        #expect(intake.refused == 0 && intake.worst == .note)
    }

    @Test func aTextThatLooksLikeAFormulaIsRefused() throws {
        let bytes = try workbook(
            "a",
            [["indicator", "unit", "period", "value", "note"], ["talent.recruits", "370811", "2021-06", "3", "=1+1"]])
        let intake = take(bytes, as: "a.xlsx")
        #expect(intake.observations.isEmpty && intake.codes.contains("DQ-FORMULA"))
    }

    @Test func findingsOfSeveralSheetsSayWhichSheet() throws {
        let bytes = try workbook(
            "引才", [["指标", "单位", "期间", "数值"], ["talent.recruits", "任城区", "2021-06", "三十几"]], explained: true)
        let refused = take(bytes, as: "a.xlsx").findings.first { $0.action == .reject }
        #expect(refused?.column == "引才!value" && refused?.line == 2)
    }

    @Test func aRegisterMayBeAWorkbook() throws {
        let bytes = try workbook("会议", [["meeting_id", "held_on", "kind"], ["MT-01", "2021-01-20", "常委会"]])
        #expect(take(bytes, as: "registers/meetings.xlsx").rows?.map(\.entity) == ["MT-01"])
    }

    @Test func aBrokenWorkbookHasAReceipt() throws {
        let bytes = try workbook("a", [["指标"], ["x"]])
        let intake = take(Array(bytes.dropLast(100)), as: "a.xlsx")
        #expect(intake.isRefusedWhole && intake.worst == .reject)
        #expect(intake.findings.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
    }
}
