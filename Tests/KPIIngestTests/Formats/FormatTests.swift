import KPICore
import Testing

@testable import KPIIngest

/// The same report in other formats is the same report.
struct FormatTests {
    private static let rows = [
        "indicator,unit,period,value,note", "talent.recruits,370811,2021-06,3,",
        "talent.recruits,370812,2021-06,130余,\"a, b\"",
    ]

    private func figures(_ intake: Intake) -> [String] {
        intake.observations.map { "\($0.key.unit) \($0.key.period) \($0.valueText) \($0.note) @\($0.origin.line)" }
    }

    @Test(arguments: [("\t", "tabs"), (";", "semicolons"), ("|", "bars")])
    func otherSeparatorsAreFoundAndTold(separator: String, name: String) {
        let text = "indicator,unit,period,value\ntalent.recruits,370811,2021-06,\"1,200\"\n"
        let changed = text.split(separator: "\"", omittingEmptySubsequences: false).enumerated().map { index, part in
            index % 2 == 0 ? String(part).replacing(",", with: separator) : String(part)
        }.joined(separator: "\"")
        let intake = SeedContext.take(changed)
        #expect(intake.observations.map(\.value) == [Quantity(1200)])
        #expect(intake.findings.contains { $0.code == "DQ-SEPARATOR" && $0.message.en.contains(name) })
    }

    @Test func aCommaInANoteIsNoSeparator() {
        let intake = SeedContext.take(
            "indicator;unit;period;value;note\ntalent.recruits;370811;2021-06;3;a, b, c, d, e, f\n")
        #expect(figures(intake) == ["370811 2021-06 3 a, b, c, d, e, f @2"])
    }

    @Test func chineseHeadersAreKnown() {
        let intake = SeedContext.take(
            "序号,指标名称,报送单位,期间,数值,计量单位,备注\n1,累计引进科技人才,任城区,2021年6月,3,人,说明\n")
        #expect(figures(intake) == ["370811 2021-06 3 说明 @2"])
    }

    @Test func jsonIsReadWithItsLines() {
        let list = """
            [
              {"indicator": "talent.recruits", "unit": "370811", "period": "2021-06", "value": 3},
              {"unit": "370812", "indicator": "talent.recruits", "period": "2021-06", "value": "130余",
               "note": "a, \\"b\\""}
            ]
            """
        #expect(
            figures(SeedContext.take(list, as: "a.json")) == [
                "370811 2021-06 3  @2", "370812 2021-06 130余 a, \"b\" @3",
            ])
        let shared = """
            {"period": "2021-06", "indicator": "talent.recruits",
             "rows": [
              {"unit": "370811", "value": 3},
              {"unit": "370812", "value": 2.5}]}
            """
        let intake = SeedContext.take(shared, as: "a.json")
        #expect(figures(intake) == ["370811 2021-06 3  @3"])
        #expect(intake.codes(line: 4) == ["DQ-VALUE-FRACTION"])
    }

    @Test func aBadLineOfJSONLeavesTheOthers() {
        let text = """
            {"indicator": "talent.recruits", "unit": "370811", "period": "2021-06", "value": 3}

            {"indicator": "talent.recruits", "unit": "370812"
            {"indicator": "talent.recruits", "unit": "370881", "period": "2021-06", "value": {"a": 1}}
            {"indicator": "talent.recruits", "unit": "370883", "period": "2021-06", "value": 4}
            """
        let intake = SeedContext.take(text, as: "a.ndjson")
        #expect(figures(intake) == ["370811 2021-06 3  @1", "370883 2021-06 4  @5"])
        #expect(intake.refused == 2)
        #expect(intake.codes(line: 3) == ["DQ-JSON"] && intake.codes(line: 4) == ["DQ-JSON"])
    }

    @Test func yamlIsReadWithItsLines() {
        let list = """
            # 手工填写
            - indicator: talent.recruits
              unit: 任城区
              period: 2021-06
              value: 3
            - {unit: "370812", indicator: talent.recruits, period: 2021-06, value: 130余, note: 'a, "b"'}
            """
        #expect(
            figures(SeedContext.take(list, as: "a.yaml")) == [
                "370811 2021-06 3  @2", "370812 2021-06 130余 a, \"b\" @6",
            ])
        let shared = """
            period: 2021-06
            indicator: talent.recruits
            rows:
              - {unit: "370811", value: 3}
              - {unit: "370812", value: 2.5}
              - {unit: "370881", value: ~}
            """
        let intake = SeedContext.take(shared, as: "a.yml")
        #expect(figures(intake) == ["370811 2021-06 3  @4"])
        #expect(intake.codes(line: 5) == ["DQ-VALUE-FRACTION"] && intake.codes(line: 6) == ["DQ-EMPTY"])
    }

    @Test func aBadRowOfYAMLLeavesTheOthers() {
        let text = """
            - {indicator: talent.recruits, unit: "370811", period: 2021-06, value: 3}
            - indicator: talent.recruits
              unit: 370812
              period: 2021-06
              value: [1, 2]
            - {indicator: talent.recruits, unit: "370881", period: 2021-06, value: !a 4}
            - {indicator: talent.recruits, unit: "370883", period: 2021-06, value: 4}
            - just words
            """
        let intake = SeedContext.take(text, as: "a.yaml")
        #expect(figures(intake) == ["370811 2021-06 3  @1", "370883 2021-06 4  @7"])
        #expect(intake.codes(line: 2) == ["DQ-JSON"] && intake.codes(line: 8) == ["DQ-JSON"])
        #expect(intake.codes(line: 6) == ["DQ-YAML"] && intake.refused == 3)
    }

    @Test(arguments: ["", "- [", "- 1", "{}", "rows: 3", "~", "- []", "\u{0}", "a: &x [*x]", "- {a: [1]}", "\t- a: 1"])
    func whatIsNoReportInYAMLIsRefused(text: String) {
        let intake = SeedContext.take(text, as: "a.yaml")
        #expect(intake.isRefusedWhole && intake.findings.contains { $0.action == .reject }, "\(intake.findings)")
    }

    @Test(arguments: ["", "[", "[1]", "{}", "{\"rows\": 3}", "null", "[[]]", "\u{0}", "[{\"a\": [1]}]"])
    func whatIsNoReportInJSONIsRefused(text: String) {
        for file in ["a.json", "a.ndjson"] {
            let intake = SeedContext.take(text, as: file)
            #expect(intake.observations.isEmpty)
            #expect(intake.worst == .reject, "\(file) \(text)")
        }
    }

    @Test func registersMayBeJSONToo() {
        let intake = SeedContext.take(
            "{\"meeting_id\": \"MT-01\", \"held_on\": \"2021-01-20\", \"kind\": \"常委会\"}\n",
            as: "registers/meetings.ndjson")
        #expect(intake.rows?.map(\.entity) == ["MT-01"])
    }
}
