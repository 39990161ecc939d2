import CEL
import Testing

@testable import KPICore

/// Messages that cannot be written: found before there is anything to tell, and replaced when there is.
struct MessageTrialTests {
    private func rule(_ expression: String, each subject: Rule.Subject = .target, where selector: String? = nil) -> Rule
    {
        let environment = RuleVariables.environment(of: subject)
        let field = MessageTemplate(parts: [.value(Samples.number(expression, environment), .plain)])
        let right = MessageTemplate(parts: [.text("right")])
        return Rule(
            id: "behind", forEach: subject,
            selector: selector.map { Samples.program($0, RuleVariables.targetEnvironment) },
            conditions: [Rule.Condition(.warning, Samples.program("true", environment))],
            message: Message(zh: right, en: field))
    }

    private func failures(_ rule: Rule, _ targets: [Target]) -> [String] {
        var trial = MessageTrial(
            Samples.catalog(
                targets, rules: [rule], policies: [Samples.held, Samples.pace], registers: [Samples.deeds]))
        return trial.failures(of: rule).map { "\($0.target): \($0.error.message)" }
    }

    private let visits = Samples.target(allocation: ["north": 120], tags: ["core"])
    private let bare = Samples.target("bare", allocation: ["north": 120])

    @Test(
        arguments: [
            ("value", []), ("progress", []), ("change", []), ("1 / (size(tags) - 1)", ["visits: division by zero"]),
            ("tags[0]", ["bare: index out of range: 0"]), ("size(tags) > 0 ? tags[0] : \"\"", []),
        ] as [(String, [String])])
    func whatFailsIsFoundOfTheTargetItFailsFor(expression: String, expected: [String]) {
        #expect(failures(rule(expression), [visits, bare]) == expected)
    }

    /// A value that is unknown fails nothing, and one that is known may.
    @Test func everyNumberIsTriedKnownAndUnknown() {
        for (name, _) in RuleVariables.numbers {
            let terms = name.hasPrefix("growth") ? GrowthTerms(baseYear: 2015) : nil
            let target = Samples.target(kind: .ratio, goal: .atLeast(0.9), growth: terms)
            let found = failures(rule("1 / (int(\(name)) - int(\(name)))"), [target])
            #expect(found.count == 1, "\(name)")
        }
    }

    @Test func unitsAndPartsAreTriedToo() {
        #expect(failures(rule("1 / size(unit.level)", each: .unit), [visits]).count == 1)
        let stages = Samples.target(
            "base", kind: .milestone, goal: .atLeast(1), frequency: .event, source: Samples.fromDeeds(part: "part"),
            composition: .stages([Samples.stage("applied", due: "2021-03-31")]))
        #expect(failures(rule("1 / (size(item.id) - 7)", each: .item), [stages, visits]).count == 1)
        #expect(failures(rule("1 / size(item.label == \"\" ? \"\" : item.id)", each: .item), [stages]) == [])
        #expect(failures(rule("1 / size(tags)", where: "kind == \"rank\""), [bare]) == [], "no target is chosen")
    }

    @Test func somethingPlainStandsIn() throws {
        let rule = rule("1 / size(tags)")
        let catalog = Samples.catalog([bare], rules: [rule])
        let late = moment("2021-02-10T00:00:00Z")
        let january = Samples.report("bare", from: "north", on: "2021-01", 3, at: "2021-01-20T00:00:00Z")
        let found = Evaluator(catalog, Samples.facts([january])).advance(EvaluationState(), to: late)
        let alert = try #require(found.state.alerts[AlertIdentity(rule: "behind", target: "bare", unit: "all")])
        #expect(alert.message.en == "Target bare · all: rule behind (its message could not be written)")
        #expect(alert.message.zh == "指标bare · 单位all：规则 behind（消息无法写出）")
        let told = try #require(found.state.unwrittenMessages)
        #expect(told.en.hasPrefix("1 message could not be written, first ") && told.en.hasSuffix("(behind/bare/all)"))
        #expect(told.zh.hasPrefix("1 条消息无法写出，第一条："))
        // Mended, nothing is left of it.
        let mended = Samples.catalog([bare], rules: [self.rule("1")])
        var state = found.state
        state.assessments = []
        let after = Evaluator(mended, Samples.facts([january])).advance(state, to: late.adding(seconds: 60))
        #expect(after.state.unwrittenMessages == nil)
        #expect(after.state.alerts[alert.identity]?.message.en == "1")
    }
}
