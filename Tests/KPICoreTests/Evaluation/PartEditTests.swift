import CEL
import Testing

@testable import KPICore

/// What edits, and what is not known any more, do to alerts about parts.
struct PartEditTests {
    private func target(_ stages: [String] = ["applied", "granted"], source: Source = .reports) -> Target {
        Samples.target(
            "base", kind: .milestone, goal: .atLeast(1), due: "2021-02-28", frequency: .event, form: .level,
            source: source, composition: .stages(stages.map { Samples.stage($0, due: "2021-01-31") }), tags: ["core"])
    }

    private func rule(each: Rule.Subject = .item, where selector: String? = nil) -> Rule {
        Samples.rule(
            "late", each: each, where: selector, when: [.warning: each == .item ? "item.overdue" : "value < 0"])
    }

    /// Of two stages neither is done when January is judged.
    private let report = Samples.report(
        "base", on: "2021-01", 0, part: "applied", form: .level, at: "2021-02-01T00:00:00Z")
    private let edited = moment("2021-02-11T09:00:00Z")

    private func edit(_ target: Target, _ rule: Rule) -> [String: Reason] {
        let facts = Samples.facts([report])
        let old = Samples.catalog([self.target()], rules: [self.rule()])
        let state = Evaluator(old, facts).advance(EvaluationState(), to: moment("2021-02-10T00:00:00Z")).state
        #expect(state.alerts.open.map(\.identity.scope) == ["applied", "granted"])
        let reloaded = EvaluationState(evaluatedThrough: state.evaluatedThrough, alerts: state.alerts)
        let advance = Evaluator(Samples.catalog([target], rules: [rule]), facts).advance(reloaded, to: edited)
        return Dictionary(uniqueKeysWithValues: advance.transitions.map { ($0.alert.scope, $0.reason) })
    }

    @Test func aStageThatIsTakenOutEndsItsAlertAlone() {
        #expect(edit(target(["applied"]), rule()) == ["granted": .partRemoved])
        #expect(edit(target(["applied", "granted", "paid"]), rule()) == ["paid": .conditionHeld])
    }

    @Test func aRuleThatLooksElsewhereEndsThemForThatReason() {
        let all: [String: Reason] = ["applied": .notSelected, "granted": .notSelected]
        #expect(edit(target(), rule(where: "\"other\" in tags")) == all)
        #expect(edit(target(), rule(each: .target)) == all)
        let count = Samples.target("base", tags: ["core"])
        #expect(edit(count, rule()) == all, "a count has no stages")
    }

    /// Nothing resolves on silence: the stages are still there, and nobody knows how they stand.
    @Test func aReportThatIsTakenBackRemovesNoPart() {
        let back = Samples.report(
            "base", on: "2021-01", nil, part: "applied", form: .level, revision: 2, at: "2021-02-15T00:00:00Z")
        let again = Samples.report(
            "base", on: "2021-01", 1, part: "applied", form: .level, revision: 3, at: "2021-02-16T00:00:00Z")
        func lines(_ reports: [Observation]) -> [String] {
            Evaluator(Samples.catalog([target()], rules: [rule()]), Samples.facts(reports)).advance(
                EvaluationState(), to: moment("2021-02-20T00:00:00Z")
            ).transitions.map(\.line)
        }
        #expect(lines([report, back]).count == 2)
        #expect(
            lines([report, back, again]).suffix(1) == [
                "2021-02-16T00:00:00+00:00 late/base/all/applied firing -> resolved warning (data_corrected)"
            ])
    }
}
