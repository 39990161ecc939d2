import KPICore
import Testing

@testable import KPIIngest

struct RegisterMistakeTests {
    private static let header = "need_id,opened_on,unit,industry,matched_on\n"

    private func take(_ text: String, _ register: String = "needs") -> Intake {
        SeedContext.intaker.take(
            file: "registers/\(register).csv", bytes: Array(text.utf8), receivedAt: SeedContext.received)
    }

    @Test(arguments: [
        ("ND-1,2021-02-30,370811,x,", "DQ-DATE-BAD"), ("ND-1,2月,370811,x,", "DQ-DATE-BAD"),
        ("ND-1,44440,370811,x,", "DQ-EXCEL-DATE"), ("ND-1,2021-02-01,任诚区,x,", "DQ-UNIT-UNKNOWN"),
        (",2021-02-01,370811,x,", "DQ-KEY-MISSING"), ("ND-1,2021-02-01,370811,=x,", "DQ-FORMULA"),
        ("ND-1,2021-02-01,370811,x,,y", "DQ-ROW-SHAPE"),
    ])
    func aRowIsRefused(row: String, code: String) {
        let intake = take(Self.header + row + "\nND-2,2021-02-01,370811,x,\n")
        #expect(intake.codes == [code] && intake.findings.first?.line == 2)
        #expect(intake.rows?.map(\.entity) == ["ND-2"])
    }

    @Test(arguments: [
        ("ND-1,2021/2/1,370811,x,", "DQ-DATE-FORM"), ("ND-1,2021年2月1日,370811,x,", "DQ-DATE-FORM"),
        ("ND-1,２０２１-02-01,370811,x,", "DQ-DATE-FORM"), ("ND-1,2021-02-01,兖州市,x,", "DQ-UNIT-ALIAS"),
    ])
    func aRowIsTakenWithANote(row: String, code: String) {
        let intake = take(Self.header + row)
        #expect(intake.codes == [code] && intake.worst == .note && intake.rows?.count == 1)
        #expect(intake.rows?.first?.cells?[1] == .date(SeedContext.date("2021-02-01")))
    }

    @Test func keysAreUnique() {
        let intake = take(
            Self.header + "ND-1,2021-02-01,370811,x,\nND-1,2021-02-01,370811,x,\nND-2,2021-02-01,370811,x,\n"
                + "ND-2,2021-03-01,370811,x,\n")
        #expect(intake.codes == ["DQ-DUP-EXACT", "DQ-DUP-CONFLICT", "DQ-DUP-CONFLICT"])
        #expect(intake.rows?.map(\.entity) == ["ND-1"] && intake.refused == 2)
    }

    /// The ledger keeps what is absent from a whole register that has refused rows; here it is told.
    @Test func aWholeRegisterWithRefusedRowsIsDoubtful() {
        let intake = take("meeting_id,held_on,kind,evidence\nM1,2021-01-01,x,\nM2,2021-02-30,x,\n", "meetings")
        #expect(!intake.isRefusedWhole && intake.rows?.map(\.entity) == ["M1"])
        #expect(intake.codes == ["DQ-REGISTER-PARTIAL", "DQ-DATE-BAD"] && intake.refused == 1)
    }

    @Test func aMissingColumnIsToldWithTheOneMeant() {
        let intake = take("need_id,opened_on,unit,industry,matched_no\nND-1,2021-02-01,370811,x,\n")
        #expect(Set(intake.codes) == ["DQ-COLUMN-MISSING", "DQ-COLUMN-UNKNOWN"] && intake.worst == .doubt)
        #expect(intake.findings.contains { $0.message.en.contains("did you mean 'matched_on'?") })
        #expect(take("need_id,opened_on\n").isRefusedWhole)
    }

    @Test(
        arguments: [("206", 206.0, nil), ("2,060", 2060, "DQ-THOUSANDS"), ("200余", 200, "DQ-APPROX")]
            as [(String, Double, String?)])
    func numbersAreExactOrTheirLowerBound(text: String, value: Double, code: String?) {
        let intake = take(
            "event_id,held_on,title,series,host,participants,evidence\nE,2021-01-08,t,,h,\"\(text)\",\n", "events")
        #expect(intake.rows?.first?.cells?[5] == .number(value))
        #expect(intake.codes == (code.map { [$0] } ?? []))
    }
}
