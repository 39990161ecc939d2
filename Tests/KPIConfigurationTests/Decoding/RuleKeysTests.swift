import Diagnostics
import KPICore
import Testing
import YAML

@testable import KPIConfiguration

/// What rules may say of alerts that go on, come and go, or were not what they seemed.
struct RuleKeysTests {
    private func rule(_ keys: String, severity: String = "{warning: value < 3}", each: String = "unit")
        -> (rule: Rule?, ids: [String])
    {
        let collector = DiagnosticCollector()
        let text = "rules:\n- {id: r, for_each: \(each), severity: \(severity), message: low, \(keys)}\n"
        let file = Shape<RulesFile>.rules.read(YAMLReader.read(SourceText(name: "a", text: text)), into: collector)
        return (file?.rules.first?.value, collector.diagnostics.map(\.id.name))
    }

    @Test func whatIsLeftOutIsPlain() throws {
        let plain = try #require(rule("for: 2h").rule)
        #expect(plain.keepFiringFor == nil && plain.escalations.isEmpty && plain.flapping == nil)
        #expect(plain.corrections == .tell)
    }

    @Test func everyKeyIsRead() throws {
        let found = rule(
            """
            keep_firing_for: 1 working day, corrections: reopen, flapping: {episodes: 3, within: 30d},
              escalate: [{after: 3 off_track periods, to: warning}, {unacknowledged: 2 working days, to: critical},
              {left: 10 working days, to: critical}]
            """, severity: "{info: value < 3}")
        let rule = try #require(found.rule)
        #expect(found.ids.isEmpty && rule.keepFiringFor == .workingDays(1) && rule.corrections == .reopen)
        #expect(rule.flapping == Flapping(episodes: 3, within: .seconds(30 * 86_400)))
        #expect(
            rule.escalations == [
                Escalation(.unacknowledged(.workingDays(2)), to: .critical),
                Escalation(.left(workingDays: 10), to: .critical),
                Escalation(.offTrack(periods: 3), to: .warning),
            ], "gravest first")
    }

    @Test func oneEscalationNeedsNoList() {
        #expect(rule("escalate: {left: 1 working day, to: critical}").rule?.escalations.count == 1)
    }

    @Test(arguments: [
        ("escalate: {to: critical}", "bad-escalation"),
        ("escalate: {left: 1 working day, unacknowledged: 2h, to: critical}", "bad-escalation"),
        ("escalate: {left: 1 working day, to: warning}", "bad-escalation"),
        ("escalate: {left: 1 working day, to: grave}", "unknown-word"),
        ("escalate: {left: 1 working day}", "missing-key"), ("escalate: {left: 3d, to: critical}", "unknown-word"),
        ("escalate: {afer: 3 off_track periods, to: critical}", "unknown-key"),
        ("escalate: {after: 3 off_trak periods, to: critical}", "unknown-word"),
        ("escalate: {after: 0 off_track periods, to: critical}", "bad-value"),
        ("escalate: {unacknowledged: 2 periods, to: critical}", "bad-value"),
        ("flapping: {episodes: 1, within: 30d}", "bad-value"), ("flapping: {episodes: 3}", "missing-key"),
        ("flapping: {episodes: 3, within: 2 periods}", "bad-value"), ("corrections: repoen", "unknown-word"),
        ("keep_firing_for: 3", "wrong-type"),
    ])
    func aMistakeIsToldOnce(keys: String, id: String) {
        #expect(rule(keys).ids == [id])
    }

    @Test func partsHaveNoPeriodsToCount() {
        let found = rule("escalate: {after: 3 off_track periods, to: critical}", each: "item")
        #expect(found.ids == ["bad-escalation"])
    }
}
