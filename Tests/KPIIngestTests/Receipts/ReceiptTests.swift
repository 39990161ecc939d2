import CEL
import KPICore
import Testing

@testable import KPIIngest

struct ReceiptTests {
    private static let intake = SeedContext.intaker.take(
        file: "2021-09.csv",
        bytes: Array(
            "indicator,unit,period,value,note\ntalent.recruits,任诚区,2021-09,3,\ntalent.recruits,370811,2021-09,130余,\n"
                .utf8),
        receivedAt: SeedContext.moment("2021-10-11T02:00:00Z"))
    private static let receipt = Receipt(intake, new: 1, repeated: 0, zone: SeedContext.zone)

    @Test func programsReadJSON() {
        #expect(
            Self.receipt.json == """
                {
                  "api_version": "kpid/v1",
                  "file": "2021-09.csv",
                  "sha256": "\(Self.intake.sha256)",
                  "received_at": "2021-10-11T10:00:00+08:00",
                  "rows": {
                    "accepted": 1,
                    "repeated": 0,
                    "refused": 1
                  },
                  "findings": [
                    {
                      "line": 2,
                      "column": "unit",
                      "code": "DQ-UNIT-UNKNOWN",
                      "action": "reject",
                      "message": {
                        "zh": "没有名为“任诚区”的报送单位。是不是“任城区”（370811）？",
                        "en": "No unit goes by the name '任诚区'. Did you mean '任城区' (370811)?"
                      }
                    },
                    {
                      "line": 3,
                      "column": "value",
                      "code": "DQ-APPROX",
                      "action": "note",
                      "message": {
                        "zh": "“130余”按“至少”读取，上限为下一位。",
                        "en": "'130余' was read as at least the number written."
                      }
                    }
                  ]
                }

                """)
    }

    @Test func peopleReadTheirLanguage() {
        #expect(
            Self.receipt.text(in: .en, notes: false) == """
                2021-09.csv: 1 accepted, 0 repeated, 1 refused (received 2021-10-11T10:00:00+08:00)
                  line 2 unit: refused: No unit goes by the name '任诚区'. Did you mean '任城区' (370811)? [DQ-UNIT-UNKNOWN]

                """)
        #expect(
            Self.receipt.text(in: .zh) == """
                2021-09.csv：采用1行，重复0行，退回1行（2021-10-11T10:00:00+08:00收到）
                  第2行 unit：退回：没有名为“任诚区”的报送单位。是不是“任城区”（370811）？ [DQ-UNIT-UNKNOWN]
                  第3行 value：说明：“130余”按“至少”读取，上限为下一位。 [DQ-APPROX]

                """)
    }

    @Test func whatWasFoundAgainstHistoryStandsInItsPlace() {
        let late = Finding(code: "DQ-OUTLIER", action: .doubt, line: 2, message: Label("x"))
        let intake = Intake(
            file: Self.intake.file, sha256: Self.intake.sha256, receivedAt: Self.intake.receivedAt,
            content: Self.intake.content, findings: Self.intake.findings + [late], refused: Self.intake.refused)
        let receipt = Receipt(intake, new: 0, repeated: 1, zone: SeedContext.zone)
        #expect(receipt.findings.map(\.code) == ["DQ-UNIT-UNKNOWN", "DQ-OUTLIER", "DQ-APPROX"])
        #expect(receipt.repeated == 1)
    }

    @Test func oneFigureIsReportedAsAFileWouldBe() {
        var sheet = ReportSheet()
        sheet.add([.target: "talent.recruits", .unit: "任城区", .period: "2021-09", .value: "1,234", .note: "=x"])
        #expect(sheet.csv == "indicator,unit,period,value,note\r\ntalent.recruits,任城区,2021-09,\"1,234\",'=x\r\n")
        let intake = SeedContext.intaker.take(
            file: "r.csv", bytes: Array(sheet.csv.utf8), receivedAt: SeedContext.received)
        #expect(intake.observations.first?.value == Quantity(1234) && intake.observations.first?.note == "'=x")
    }
}
