import CEL
import Diagnostics
import Testing

@testable import KPICore

/// What a message may say of a part, in both languages.
struct PartMessageTests {
    private func words(
        _ rule: Rule.Subject, _ expressions: [(String, Format)], of part: String, _ target: Target,
        _ rows: [RegisterRow], asOf: Instant = Samples.after("2021-06")
    ) throws -> Label {
        let parts = expressions.map { text, format in
            MessageTemplate.Part.value(Samples.number(text, RuleVariables.environment(of: rule)), format)
        }
        let template = MessageTemplate(parts: Array(parts.map { [$0] }.joined(separator: [.text("|")])))
        let assessed = Samples.assess(
            target, [], rows, asOf: asOf, policies: [Samples.held, Samples.pace], registers: [Samples.deeds])
        let found = try #require(assessed.parts.first { $0.id == part })
        var judge = RuleJudge(
            Rule(id: "any", forEach: rule, conditions: [], message: Message(zh: template, en: template)), Samples.utc)
        return judge.message(
            RuleSubject(
                target: target, unit: Samples.unit("north", below: "all"), assessment: assessed.whole, part: found)
        ).label
    }

    private let stages = Samples.target(
        "base", kind: .milestone, goal: .atLeast(1), due: "2021-07-20", frequency: .event,
        source: Samples.fromDeeds(part: "part"),
        composition: .stages([Samples.stage("applied", due: "2021-03-31"), Samples.stage("granted", due: "2021-07-20")])
    )

    @Test(
        arguments: [
            ("item.id", .plain, "applied", "granted"), ("item.state", .plain, "done_late", "open"),
            ("item.value", .plain, "1", "0"), ("item.at_least", .plain, "1", "1"),
            ("item.due", .date, "2021-03-31", "2021-07-20"), ("item.done_on", .date, "2021-04-02", "–"),
            ("item.done", .plain, "yes", "no"), ("item.closed", .plain, "no", "no"),
            ("item.overdue", .plain, "no", "no"), ("item.late", .plain, "yes", "no"),
            ("item.days_left", .plain, "-91", "20"), ("item.elapsed", .percent, "201.1%", "82%"),
            ("item.owner == \"\"", .plain, "yes", "yes"),
        ] as [(String, Format, String, String)])
    func ofAStage(expression: String, format: Format, done: String, open: String) throws {
        let rows = [Samples.deed("1", on: "2021-04-02", part: "applied")]
        #expect(try words(.item, [(expression, format)], of: "applied", stages, rows).en == done)
        #expect(try words(.item, [(expression, format)], of: "granted", stages, rows).en == open)
    }

    @Test func labelsAreWrittenInTheLanguageOfTheMessage() throws {
        let rows = [Samples.deed("1", on: "2021-04-02", part: "applied")]
        let names = [("item.label", Format.plain), ("target.label", .plain), ("unit.label", .plain)]
        let found = try words(.item, names, of: "granted", stages, rows)
        #expect(found == Label(zh: "阶段granted|指标base|单位north", en: "Stage granted|Target base|north"))
        let flags = try words(.item, [("item.done", .plain), ("value", .percent)], of: "applied", stages, rows)
        #expect(flags == Label(zh: "是|50%", en: "yes|50%"))
    }

    @Test func ofAnItemInARegister() throws {
        let target = Samples.target(
            "list", kind: .checklist, goal: .atLeast(1), frequency: .event, source: Samples.fromDeeds(dated: nil),
            composition: .rows(
                ItemColumns(title: "title", due: "due", done: "done", owner: "owner", verifiedBy: "verified")))
        let rows = [
            Samples.deed("M1", "修路", due: "2021-06-29", owner: "李"),
            Samples.deed("M2", due: "2021-06-29", done: "2021-06-01", owner: "李", verified: "王"),
        ]
        let fields = ["id", "label", "owner", "state", "overdue", "closed"].map { ("item.\($0)", Format.plain) }
        #expect(try words(.item, fields, of: "M1", target, rows).en == "M1|修路|李|overdue|yes|no")
        #expect(try words(.item, fields, of: "M2", target, rows).zh == "M2|M2|李|closed|否|是")
    }

    @Test func ofAnEntity() throws {
        let target = Samples.target(
            "prereq", kind: .gate, goal: .atMost(0), baseline: nil, frequency: .event,
            source: Samples.fromDeeds(invariant: "done <= on"), policy: "held")
        let rows = [
            Samples.deed("S1", "学会", on: "2021-05-01"), Samples.deed("S2", on: "2021-05-01", done: "2021-05-01"),
        ]
        let fields = ["id", "label", "state", "violates"].map { ("entity.\($0)", Format.plain) }
        #expect(try words(.entity, fields, of: "S1", target, rows).zh == "S1|学会|violated|是")
        #expect(try words(.entity, fields, of: "S2", target, rows).en == "S2|S2|met|no")
    }

    @Test func ofAPeriod() throws {
        let target = Samples.target(
            "meeting", kind: .cadence, goal: .atLeast(1), baseline: nil, frequency: .event,
            source: Samples.fromDeeds(), composition: .periods(.quarter, atLeast: 2), policy: "held")
        let rows = ["04-01", "07-01", "07-02", "07-03"].map { Samples.deed($0, on: "2021-\($0)") }
        let fields = ["label", "state", "value", "at_least", "due", "met", "missed", "made_up"].map {
            ("period.\($0)", $0 == "due" ? Format.date : .plain)
        }
        func found(_ period: String) throws -> String {
            try words(.period, fields, of: period, target, rows, asOf: Samples.after("2021-09")).en
        }
        #expect(try found("2021Q1") == "2021Q1|missed|0|2|2021-03-31|no|yes|no")
        #expect(try found("2021Q2") == "2021Q2|missed|1|2|2021-06-30|no|yes|no")
        #expect(try found("2021Q3") == "2021Q3|met|3|2|2021-09-30|yes|no|no")
    }
}
