import CEL
import Testing

@testable import KPICore

/// What a rule says of a subject, and in which words.
struct RuleJudgeTests {
    private func subject(value: Double?) throws -> RuleSubject {
        let target = Samples.target(allocation: ["north": 120], tags: ["core"])
        let reports = value.map { [Samples.report(on: "2021-06", $0, at: "2021-07-01T00:00:00Z")] } ?? []
        let result = Samples.assess(target, reports, asOf: Samples.after("2021-06"))
        return RuleSubject(
            target: target, unit: Samples.unit("north", below: "all"), assessment: try #require(result.units[1]))
    }

    private func judgement(_ rule: Rule, value: Double?) throws -> String {
        var judge = RuleJudge(rule, Samples.utc)
        return switch judge.judge(try subject(value: value)) {
        case .holds(let severity): severity.rawValue
        case .between: "between"
        case .clear: "clear"
        case .unknown(let names): "unknown \(names.joined(separator: " "))"
        case .failed: "failed"
        }
    }

    @Test(
        arguments: [
            (1, "critical"), (2, "warning"), (3, "info"), (4, "between"), (5, "clear"),
        ] as [(Double, String)])
    func theGravestThatHoldsCounts(value: Double, expected: String) throws {
        let rule = Samples.rule(
            when: [.info: "value < 4", .critical: "value < 2", .warning: "value < 3"], clear: "value >= 5")
        #expect(try judgement(rule, value: value) == expected)
    }

    @Test func withoutAClearNothingLiesBetween() throws {
        #expect(try judgement(Samples.rule(when: [.warning: "value < 4"]), value: 4) == "clear")
    }

    @Test(
        arguments: [
            ("value < 4", "unknown value"), ("value < 4 && progress < 0.5", "unknown progress value"),
            ("value < 4 || unit.id == \"north\"", "warning"), ("value < 4 && unit.id == \"south\"", "clear"),
            ("goal > 100", "warning"), ("trend > 0", "unknown trend"),
        ] as [(String, String)])
    func unknownIsOnlyWhatItDependsOn(condition: String, expected: String) throws {
        #expect(try judgement(Samples.rule(when: [.warning: condition]), value: nil) == expected)
    }

    @Test func aMilderConditionMayHoldWhereAGraverIsUnknown() throws {
        let rule = Samples.rule(when: [.critical: "value < 4", .warning: "goal > 100"])
        #expect(try judgement(rule, value: nil) == "warning")
    }

    @Test func whatFailsIsNotUnknown() throws {
        let rule = Samples.rule(when: [.critical: "1 / (size(tags) - 1) > 0", .warning: "value < 4"])
        #expect(try judgement(rule, value: nil) == "failed")
    }

    @Test(
        arguments: [
            ("\"core\" in tags", true), ("kind == \"ratio\"", false), ("frequency == \"monthly\"", true),
            ("owner == \"\"", true), ("1 / (size(tags) - 1) > 0", false),
        ] as [(String, Bool)])
    func whereChoosesTargets(selector: String, isChosen: Bool) throws {
        let subject = try subject(value: 1)
        let rule = Samples.rule(where: selector, when: [.info: "true"])
        #expect(RuleJudge.selects(rule, subject.target, subject, Samples.utc) == isChosen)
    }

    @Test func messagesShowADashForWhatIsNotKnown() throws {
        let rule = Samples.rule(when: [.info: "true"])
        var judge = RuleJudge(rule, Samples.utc)
        #expect(judge.message(try subject(value: 7.5)).label.en == "behind at 7.5")
        #expect(judge.message(try subject(value: nil)).label.en == "behind at –")
    }

    @Test(
        arguments: [
            (Format.plain, Value.double(7.256), "7.26"), (.plain, .int(7), "7"), (.percent, .double(0.4769), "47.7%"),
            (.integer, .double(6.92), "7"), (.decimal, .double(0.96175), "0.962"), (.plain, .bool(true), "yes"),
        ] as [(Format, Value, String)])
    func formats(format: Format, value: Value, text: String) {
        #expect(format.text(value, .en, Samples.utc) == text)
    }

    @Test func aDateIsTheLocalDay() throws {
        let stamp = try #require(Timestamp(seconds: moment("2021-06-30T22:30:00Z").seconds))
        let berlin = Timetable(zone: Samples.berlin, calendar: Samples.weekdays)
        #expect(Format.date.text(.timestamp(stamp), .en, berlin) == "2021-07-01")
        #expect(Format.plain.text(.bool(false), .zh, berlin) == "否")
    }

    @Test func formatsShowTheTypesTheyAccept() {
        #expect(
            Format.percent.accepts(.double) && !Format.percent.accepts(.string) && !Format.percent.accepts(.timestamp))
        #expect(Format.date.accepts(.timestamp) && !Format.date.accepts(.double))
        #expect(Format.plain.accepts(.string) && !Format.plain.accepts(.list(.string)))
    }
}
