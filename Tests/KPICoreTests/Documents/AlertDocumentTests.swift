import Testing

@testable import KPICore

struct AlertDocumentTests {
    private let catalog = Samples.catalog([Samples.target()])
    private let fired = moment("2021-07-05T16:00:00Z")
    private let behind = AlertIdentity(rule: "behind", target: "visits", unit: "north")

    private func alert(_ phase: AlertPhase, of identity: AlertIdentity) -> Alert {
        Alert(
            identity: identity, episode: 1, phase: phase, reason: .conditionHeld,
            message: Label(zh: "落后\n\"计划\"", en: "behind"),
            values: [NamedValue("value", 62), NamedValue("pace_ratio", nil)])
    }

    @Test func oneLineForEachTransition() {
        let transition = Transition(
            alert: behind, episode: 2, from: .pending, to: .firing, severityBefore: nil, severity: .warning, at: fired,
            ref: day("2021-06-30"), reason: .conditionHeld, message: Label(zh: "落后\n\"计划\"", en: "behind"),
            values: [NamedValue("value", 62), NamedValue("pace_ratio", nil)])
        #expect(
            AlertDocument.line(transition, sequence: 7, Samples.utc) == """
                {"seq":7,"at":"2021-07-05T16:00:00+00:00","id":"behind/visits/north","rule":"behind","target":"visits",\
                "unit":"north","scope":"","episode":2,"from":"pending","to":"firing","severity_before":null,\
                "severity":"warning","ref":"2021-06-30","reason":{"id":"condition_held","zh":"条件成立",\
                "en":"the condition holds"},"message":{"zh":"落后\\n\\"计划\\"","en":"behind"},\
                "values":{"value":62,"pace_ratio":null}}
                """)
    }

    @Test func openAlertsStandByTheirIds() {
        let other = AlertIdentity(rule: "behind", target: "visits", unit: "east")
        let ended = AlertIdentity(rule: "behind", target: "visits", unit: "west")
        let waiting = AlertIdentity(rule: "behind", target: "visits", unit: "south", scope: "2021-06")
        let ref = day("2021-06-30")
        let state = EvaluationState(
            alerts: AlertBook([
                alert(.firing(.init(since: fired, severity: .critical, pendingSince: fired)), of: behind),
                alert(.firing(.init(since: fired, severity: .warning, pendingSince: fired)), of: other),
                alert(.resolved(.init(at: fired, firedSince: fired, severity: .warning)), of: ended),
                alert(
                    .pending(.init(since: fired, severity: .info, firstRef: ref, lastRef: ref, periods: 1)), of: waiting
                ),
            ]))
        let json = AlertDocument.alerts(state, catalog)
        guard case .array(let alerts) = json, case .object(let members) = alerts.first else {
            Issue.record("an array of objects")
            return
        }
        #expect(
            members.map(\.name) == [
                "id", "rule", "target", "unit", "scope", "severity", "state", "episode", "since", "reason", "message",
                "values",
            ])
        let ids = alerts.compactMap { alert -> JSON? in
            if case .object(let members) = alert { members.first?.value } else { nil }
        }
        #expect(
            ids == [
                .string("behind/visits/east"), .string("behind/visits/north"), .string("behind/visits/south/2021-06"),
            ])
        let document = AlertDocument.current(json, catalog, asOf: fired).compact
        #expect(document.hasPrefix("{\"api_version\":\"kpid/v1\",\"as_of\":\"2021-07-05T16:00:00+00:00\",\"alerts\":["))
        #expect(document == AlertDocument.current(AlertDocument.alerts(state, catalog), catalog, asOf: fired).compact)
    }

    /// Only an alert that recovers says since when, and when it is over if that is known.
    @Test func oneThatRecoversSaysUntilWhen() {
        let firing = AlertPhase.Firing(since: fired, severity: .critical, pendingSince: fired)
        let cleared = fired.adding(seconds: 3600)
        let ref = day("2021-06-30")
        let state = EvaluationState(
            alerts: AlertBook([
                alert(
                    .recovering(.init(firing: firing, since: cleared, firstRef: ref, lastRef: ref, periods: 1)),
                    of: behind)
            ]))
        for (wait, until) in [
            (Delay.workingDays(1), "2021-07-06T17:00:00+00:00"), (.periods(2), nil),
        ] as [(Delay, String?)] {
            let rule = Samples.rule(when: [.warning: "value < 3"], keep: wait)
            let catalog = Samples.catalog([Samples.target()], rules: [rule])
            let json = AlertDocument.alerts(state, catalog).compact
            let end = until.map { "\"\($0)\"" } ?? "null"
            #expect(
                json.contains(
                    """
                    "severity":"critical","state":"recovering","episode":1,"since":"2021-07-05T16:00:00+00:00",\
                    "recovering_since":"2021-07-05T17:00:00+00:00","resolves_at":\(end),"reason":
                    """))
            let shown = OpenAlert.all(in: state, catalog)
            #expect(shown.map(\.resolvesAt) == [until] && shown.map(\.since) == ["2021-07-05T16:00:00+00:00"])
            #expect(shown.map(AlertMark.init) == [.recovering])
        }
        let status = StatusDocument(state, catalog, Facts(), asOf: cleared, health: Samples.health)
        #expect(status.alerts == .init(critical: 0, warning: 0, info: 0, recovering: 1, pending: 0))
    }
}
