import KPICore
import Testing

@testable import KPIIngest

/// One row at a time: what it gives, and what is said of it.
struct ReportRowTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let changes: [String: String]
        let codes: [String]
        let isTaken: Bool

        init(_ changes: [String: String], _ codes: [String], taken: Bool) {
            (self.changes, self.codes, isTaken) = (changes, codes, taken)
        }

        var testDescription: String { "\(changes.sorted { $0.key < $1.key })" }
    }

    static let plain = [
        "indicator": "talent.recruits", "unit": "370811", "period": "2021-09", "value": "3", "measure_unit": "人",
        "submitted_at": "2021-10-11T10:00:00+08:00",
    ]

    @Test(arguments: [
        Case([:], [], taken: true),
        Case(["unit": "任城区"], [], taken: true),
        Case(["unit": " ３７０８１１ "], [], taken: true),
        Case(["unit": "兖州市"], ["DQ-UNIT-ALIAS"], taken: true),
        Case(["unit": ""], ["DQ-EMPTY"], taken: false),
        Case(["unit": "合计"], ["DQ-TOTAL-ROW"], taken: false),
        Case(["indicator": "累计引进科技人才"], ["DQ-IND-ALIAS"], taken: true),
        Case(["indicator": "talent.recruit"], ["DQ-IND-UNKNOWN"], taken: false),
        Case(["value": ""], ["DQ-EMPTY"], taken: false), Case(["value": "-"], ["DQ-EMPTY"], taken: false),
        Case(["value": "0"], [], taken: true),
        Case(["value": "七成"], ["DQ-NUMERAL", "DQ-PERCENT", "DQ-UNIT-MISMATCH"], taken: false),
        Case(["value": "3", "measure_unit": "万人"], ["DQ-UNIT-MISMATCH"], taken: false),
        Case(["value": "1.2万"], ["DQ-WAN"], taken: true),
        Case(["value": "约2.5"], ["DQ-APPROX", "DQ-VALUE-FRACTION"], taken: false),
        Case(["value": "=1+1"], ["DQ-FORMULA"], taken: false),
        Case(["note": "=HYPERLINK(1)"], ["DQ-FORMULA"], taken: false),
        Case(["note": " @cmd"], ["DQ-FORMULA"], taken: false), Case(["note": "--"], [], taken: true),
        Case(["evidence": "+1"], [], taken: true),
        Case(["period": "2021-13"], ["DQ-PERIOD-BAD"], taken: false),
        Case(["period": "九月"], ["DQ-PERIOD-BAD"], taken: false),
        Case(["period": "2021年9月"], ["DQ-PERIOD-FORM"], taken: true),
        Case(["period": "2021/9"], ["DQ-PERIOD-FORM"], taken: true),
        Case(["period": "202109"], ["DQ-PERIOD-FORM"], taken: true),
        Case(["period": "44440"], ["DQ-EXCEL-DATE"], taken: false),
        Case(["period": "Sep-21"], ["DQ-EXCEL-DATE"], taken: false),
        Case(["period": "2021-09-01"], ["DQ-PERIOD-LENGTH"], taken: true),
        Case(["period": "2021-09-30"], ["DQ-PERIOD-LENGTH"], taken: true),
        Case(["period": "2021-09-15"], ["DQ-PERIOD-LENGTH"], taken: true),
        Case(["period": "2021Q3"], ["DQ-PERIOD-LENGTH"], taken: false),
        Case(["period": "2021Q3", "form": "cumulative"], ["DQ-PERIOD-LENGTH"], taken: true),
        Case(["period": "2021-10"], ["DQ-PERIOD-OPEN"], taken: true),
        Case(["period": "2021-11"], ["DQ-PERIOD-FUTURE"], taken: false),
        Case(["submitted_at": ""], ["DQ-LATE"], taken: true),
        Case(["submitted_at": "2021-10-13T17:30:00+08:00"], [], taken: true),
        Case(["submitted_at": "2021-10-13T17:30:01+08:00"], ["DQ-LATE"], taken: true),
        Case(["submitted_at": "2021/10/11 9:05"], ["DQ-SUBMIT-FORM"], taken: true),
        Case(["submitted_at": "44480.5"], ["DQ-EXCEL-DATE"], taken: false),
        Case(["submitted_at": "昨天"], ["DQ-SUBMIT-BAD"], taken: false),
        Case(["submitted_at": "2021-10-15T09:00:01+08:00"], ["DQ-SUBMIT-FUTURE"], taken: false),
        Case(["revision": "2"], ["DQ-REVISION-NO-REASON"], taken: true),
        Case(["revision": "2", "note": "更正"], [], taken: true),
        Case(["revision": "0"], ["DQ-REVISION-BAD"], taken: false),
        Case(["revision": "二"], ["DQ-REVISION-BAD"], taken: false),
        Case(["value": "撤回", "revision": "2", "note": "误报"], [], taken: true),
        Case(["value": "retract", "revision": "1", "note": "x"], ["DQ-REVISION-BAD"], taken: false),
        Case(["basis": "actual_plus_plan"], ["DQ-BASIS-PLANNED"], taken: true),
        Case(["basis": "x"], ["DQ-BASIS-BAD"], taken: false), Case(["form": "x"], ["DQ-FORM-BAD"], taken: false),
        Case(["form": "累计"], [], taken: true),
        Case(["unit": "任诚区", "value": "三十几"], ["DQ-UNIT-UNKNOWN", "DQ-VALUE-NAN"], taken: false),
    ])
    func counts(_ given: Case) {
        check(given, Self.plain)
    }

    static let ratio = plain.merging(
        ["indicator": "party.coverage", "unit": "SOC", "measure_unit": "%", "value": ""]) { $1 }

    @Test(arguments: [
        Case(["value": "0.77"], [], taken: true), Case(["value": "77%"], ["DQ-PERCENT"], taken: true),
        Case(["value": "77"], ["DQ-PERCENT-SCALE"], taken: true),
        Case(["value": "1.5"], ["DQ-PERCENT-SCALE"], taken: false),
        Case(["value": "101"], ["DQ-PERCENT-SCALE"], taken: false), Case(["value": "1"], [], taken: true),
        Case(["value": "七成"], ["DQ-NUMERAL", "DQ-PERCENT"], taken: true),
        Case(["numerator": "40", "denominator": "52"], [], taken: true),
        Case(["value": "0.7692", "numerator": "40", "denominator": "52"], [], taken: true),
        Case(["value": "0.769", "numerator": "40", "denominator": "52"], [], taken: true),
        Case(["value": "0.8", "numerator": "40", "denominator": "52"], [], taken: true),
        Case(["value": "0.85", "numerator": "40", "denominator": "52"], ["DQ-PARTS-DIFFER"], taken: true),
        Case(["value": "100", "numerator": "54", "denominator": "54"], ["DQ-PERCENT-SCALE"], taken: true),
        Case(["value": "1.9", "numerator": "1", "denominator": "52"], ["DQ-PERCENT-SCALE"], taken: true),
        Case(
            ["value": "55", "numerator": "54", "denominator": "54"], ["DQ-PERCENT-SCALE", "DQ-PARTS-DIFFER"],
            taken: true),
        Case(["numerator": "55", "denominator": "54"], ["DQ-NUM-GT-DEN"], taken: false),
        Case(["numerator": "0", "denominator": "0"], ["DQ-DEN-ZERO"], taken: false),
        Case(["numerator": "40", "denominator": "50余"], ["DQ-APPROX", "DQ-APPROX"], taken: false),
        Case(["numerator": "40", "denominator": "约50"], ["DQ-APPROX", "DQ-APPROX"], taken: false),
        Case(["numerator": "-1", "denominator": "50"], ["DQ-VALUE-NEG"], taken: false),
        Case(["numerator": "x", "denominator": "50"], ["DQ-VALUE-NAN"], taken: false),
        Case(["value": "0.5", "numerator": "1"], ["DQ-PARTS-MISSING"], taken: true),
        Case(["numerator": "1"], ["DQ-PARTS-MISSING", "DQ-EMPTY"], taken: false), Case([:], ["DQ-EMPTY"], taken: false),
        Case(["value": "-0.1"], ["DQ-VALUE-NEG"], taken: false),
    ])
    func ratios(_ given: Case) {
        check(given, Self.ratio)
    }

    @Test func whatIsLeftOutIsTheTargets() throws {
        let text = "target,unit,period,value\npatent.searches,HQ,2021Q3,2178\n"
        let intake = SeedContext.intaker.take(file: "a.csv", bytes: Array(text.utf8), receivedAt: SeedContext.received)
        let row = try #require(intake.observations.first)
        #expect(row.form == .cumulative && row.revision == 0 && row.basis == .actual)
        #expect(row.submittedAt == SeedContext.received)
    }

    /// Told at once, and not as something that was done.
    @Test func whatWasNeverReportedCannotBeTakenBack() {
        let back = Self.plain.merging(["value": "撤回", "revision": "", "note": "误报"]) { $1 }
        let intake = taken(back)
        #expect(intake.observations.isEmpty && intake.codes.contains("DQ-REVISION-BAD"))
    }

    @Test func aRetractionHasNoValue() throws {
        let row = try #require(
            taken(Self.plain.merging(["value": "撤回", "revision": "2", "note": "误报"]) { $1 }).observations.first)
        #expect(row.isRetraction && row.value == nil)
    }

    @Test func findingsPointAtTheirCellAndTheWayOut() throws {
        let finding = try #require(taken(Self.plain.merging(["unit": "任诚区"]) { $1 }).findings.first)
        #expect(finding.line == 2 && finding.column == "unit")
        #expect(finding.message.zh.contains("任城区") && finding.message.en.contains("370811"))
    }

    private func check(_ given: Case, _ base: [String: String]) {
        let intake = taken(base.merging(given.changes) { $1 })
        #expect(intake.codes == given.codes)
        #expect(!intake.observations.isEmpty == given.isTaken)
        #expect(intake.refused == (given.isTaken || given.codes == ["DQ-TOTAL-ROW"] ? 0 : 1))
        #expect(intake.findings.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
    }

    private func taken(_ row: [String: String]) -> Intake {
        let names = row.keys.sorted()
        let lines = [names, names.map { row[$0] ?? "" }].map { fields in
            fields.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",")
        }
        return SeedContext.intaker.take(
            file: "a.csv", bytes: Array((lines.joined(separator: "\n") + "\n").utf8), receivedAt: SeedContext.received)
    }
}
