import CEL
import Testing

@testable import KPICore

/// Alerts that go on for too long become graver, at their own moment.
struct EscalationTests {
    private let identity = AlertIdentity(rule: "behind", target: "visits", unit: "all")

    private func rule(_ causes: Escalation.Cause..., when: KeyValuePairs<Severity, String> = [.warning: "value < 30"])
        -> Rule
    {
        Samples.rule(when: when, escalate: causes.map { Escalation($0, to: .critical) })
    }

    private func advance(
        _ rule: Rule, _ values: [Double?], acts: [Act] = [], to end: String, steps: [String] = []
    ) -> Advance {
        let reports = values.enumerated().map {
            Samples.report(on: "2021-0\($0 + 1)", $1, at: "2021-0\($0 + 2)-01T00:00:00Z")
        }
        var facts = Samples.facts(reports)
        for act in acts { facts.acts.add(act) }
        let evaluator = Evaluator(
            Samples.catalog([Samples.target(allocation: ["north": 120])], rules: [rule]), facts)
        var transitions: [Transition] = []
        var state = EvaluationState()
        for step in steps {
            let advance = evaluator.advance(state, to: moment(step))
            transitions += advance.transitions
            state = EvaluationState(evaluatedThrough: advance.state.evaluatedThrough, alerts: advance.state.alerts)
        }
        var last = evaluator.advance(state, to: moment(end))
        last.transitions = transitions + last.transitions
        return last
    }

    private func lines(_ advance: Advance) -> [String] {
        advance.transitions.map { "\($0.at.utc.prefix(16)) \($0.to) \($0.severity) \($0.reason.rawValue)" }
    }

    private func acknowledge(_ id: Int64, at text: String, severity: Severity = .warning, until: String? = nil) -> Act {
        Act(
            id: id, at: moment(text), author: "a", comment: "",
            deed: .acknowledge(
                Acknowledgement(alert: identity, episode: 1, severity: severity, until: until.map(moment))))
    }

    private func undo(_ id: Int64, of act: Int64, at text: String) -> Act {
        Act(id: id, at: moment(text), author: "a", comment: "", deed: .undo(act))
    }

    /// A pace of 1 of 10, 2 of 19, 3 of 30: off track each time.
    @Test func periodsOffTrackInARow() {
        let escalating = rule(.offTrack(periods: 3))
        #expect(
            lines(advance(escalating, [1, 1, 1], to: "2021-04-20T00:00:00Z")) == [
                "2021-02-03T12:00 firing warning condition_held", "2021-04-05T12:00 firing critical escalated",
            ])
        let good = advance(escalating, [1, 22, -20, 1], to: "2021-05-20T00:00:00Z")
        #expect(good.transitions.count == 1, "a good period breaks the row")
    }

    @Test func aPeriodWithoutAFigureNeitherCountsNorBreaksTheRow() {
        let catalog = Samples.catalog([Samples.target(allocation: ["north": 120])])
        // Nothing is known when February is due, because January's figure is taken back for a while.
        let reports = [
            Samples.report(on: "2021-01", 1, at: "2021-02-01T00:00:00Z"),
            Samples.report(on: "2021-01", nil, revision: 2, at: "2021-02-20T00:00:00Z"),
            Samples.report(on: "2021-01", 1, revision: 3, at: "2021-03-20T00:00:00Z"),
        ]
        let history = PeriodHistory(catalog, Samples.facts(reports), asOf: moment("2021-04-25T00:00:00Z"))
        #expect(history.records(of: 0).map(\.then.light) == [.offTrack, .noData, .offTrack])
        #expect(history.wasOffTrack(0, unit: UnitTree.root, periods: 2))
        #expect(!history.wasOffTrack(0, unit: UnitTree.root, periods: 3))
    }

    /// What was made up since was off track when it was due.
    @Test func whatWasMadeUpCounts() {
        let late = Samples.report(on: "2021-02", 40, revision: 2, at: "2021-03-20T00:00:00Z")
        let reports = [
            Samples.report(on: "2021-01", 1, at: "2021-02-01T00:00:00Z"),
            Samples.report(on: "2021-02", 1, at: "2021-03-01T00:00:00Z"), late,
        ]
        let catalog = Samples.catalog([Samples.target(allocation: ["north": 120])])
        let history = PeriodHistory(catalog, Samples.facts(reports), asOf: moment("2021-03-25T00:00:00Z"))
        #expect(history.records(of: 0).map(\.state) == [.madeUp, .madeUp])
        #expect(history.wasOffTrack(0, unit: UnitTree.root, periods: 2))
    }

    /// Fired on Wednesday 3 February at noon; two working days later is Friday the 5th.
    @Test func nobodyAcknowledged() {
        let escalating = rule(.unacknowledged(.workingDays(2)))
        let raised = "2021-02-05T12:00 firing critical escalated"
        #expect(lines(advance(escalating, [1], to: "2021-02-05T11:59:59Z")).count == 1)
        #expect(lines(advance(escalating, [1], to: "2021-02-20T00:00:00Z")).last == raised)
        let covered = acknowledge(1, at: "2021-02-04T09:00:00Z")
        #expect(advance(escalating, [1], acts: [covered], to: "2021-02-20T00:00:00Z").transitions.count == 1)
        let milder = acknowledge(1, at: "2021-02-04T09:00:00Z", severity: .info)
        #expect(lines(advance(escalating, [1], acts: [milder], to: "2021-02-20T00:00:00Z")).last == raised)
    }

    /// The clock runs from the end of what covered it, in whatever steps somebody looks.
    @Test(arguments: [[], ["2021-02-04T12:00:00Z", "2021-02-09T00:00:00Z", "2021-02-11T00:00:00Z"]])
    func anAcknowledgementThatEnded(steps: [String]) {
        let escalating = rule(.unacknowledged(.workingDays(2)))
        let brief = acknowledge(1, at: "2021-02-04T09:00:00Z", until: "2021-02-08T10:00:00Z")
        let raised = lines(advance(escalating, [1], acts: [brief], to: "2021-02-20T00:00:00Z", steps: steps)).last
        #expect(raised == "2021-02-10T10:00 firing critical escalated")
        let acts = [acknowledge(1, at: "2021-02-04T09:00:00Z"), undo(2, of: 1, at: "2021-02-09T15:00:00Z")]
        let undone = lines(advance(escalating, [1], acts: acts, to: "2021-02-20T00:00:00Z", steps: steps)).last
        #expect(undone == "2021-02-11T15:00 firing critical escalated")
    }

    /// An act that nobody knew of when the alert was last looked at brings another moment.
    @Test func anActThatComesLaterIsHeeded() {
        let catalog = Samples.catalog(
            [Samples.target(allocation: ["north": 120])], rules: [rule(.unacknowledged(.workingDays(2)))])
        var facts = Samples.facts([Samples.report(on: "2021-01", 1, at: "2021-02-01T00:00:00Z")])
        facts.acts.add(acknowledge(1, at: "2021-02-04T09:00:00Z"))
        let before = Evaluator(catalog, facts).advance(EvaluationState(), to: moment("2021-02-09T00:00:00Z"))
        facts.acts.add(undo(2, of: 1, at: "2021-02-09T15:00:00Z"))
        let after = Evaluator(catalog, facts).advance(before.state, to: moment("2021-02-20T00:00:00Z"))
        #expect(lines(after) == ["2021-02-11T15:00 firing critical escalated"])
    }

    /// Raised in April by its condition, an alert acknowledged as a warning is without cover from then on.
    @Test func whatBecameGraverLosesItsCoverThen() {
        let escalating = Samples.rule(
            when: [.info: "value < 30", .warning: "value < 3"],
            escalate: [Escalation(.unacknowledged(.workingDays(2)), to: .critical)])
        let covered = acknowledge(1, at: "2021-02-04T09:00:00Z", severity: .info)
        let found = advance(escalating, [9, 9, -16], acts: [covered], to: "2021-04-20T00:00:00Z")
        #expect(
            lines(found) == [
                "2021-02-03T12:00 firing info condition_held", "2021-04-05T12:00 firing warning severity_raised",
                "2021-04-07T12:00 firing critical escalated",
            ])
    }

    /// Due on Friday 31 December: after Friday the 17th ten working days are left.
    @Test func theDueDayComesNear() {
        let escalating = rule(.left(workingDays: 10))
        #expect(lines(advance(escalating, [1], to: "2021-12-16T23:59:59Z")).count == 1)
        #expect(
            lines(advance(escalating, [1], to: "2021-12-30T00:00:00Z")).last
                == "2021-12-17T00:00 firing critical escalated")
        let late = rule(.left(workingDays: 300), when: [.warning: "value < 3"])
        #expect(
            lines(advance(late, [1], to: "2021-02-10T00:00:00Z")) == [
                "2021-02-03T12:00 firing warning condition_held", "2021-02-03T12:00 firing critical escalated",
            ], "one that fires later is raised at once")
    }

    @Test func itStaysRaisedUntilTheEpisodeEnds() throws {
        let escalating = rule(
            .unacknowledged(.workingDays(2)), when: [.info: "value < 30", .warning: "value < 3"])
        let found = advance(escalating, [1, 9, 40, -45], to: "2021-05-05T13:00:00Z")
        #expect(
            lines(found) == [
                "2021-02-03T12:00 firing warning condition_held", "2021-02-05T12:00 firing critical escalated",
                "2021-04-05T12:00 resolved critical condition_cleared", "2021-05-05T12:00 firing info condition_held",
            ])
    }

    /// Critical by its condition when it would be raised: nothing to tell, and it is not milder afterwards.
    @Test func whatIsGraveAlreadyStaysSo() {
        let escalating = rule(
            .unacknowledged(.workingDays(2)), when: [.warning: "value < 30", .critical: "value < 3"])
        let found = advance(escalating, [1, 9], to: "2021-03-20T00:00:00Z")
        #expect(lines(found) == ["2021-02-03T12:00 firing critical condition_held"])
        #expect(found.state.alerts[identity]?.phase.severity == .critical)
    }

    /// The figure is taken back; that nobody has acknowledged the alert is as true as before.
    @Test func silenceDoesNotStopTheClock() {
        let escalating = rule(.unacknowledged(.workingDays(2)))
        var facts = Samples.facts([Samples.report(on: "2021-01", 1, at: "2021-02-01T00:00:00Z")])
        facts.reports.add(Samples.report(on: "2021-01", nil, revision: 2, at: "2021-02-04T00:00:00Z"))
        let catalog = Samples.catalog([Samples.target(allocation: ["north": 120])], rules: [escalating])
        let found = Evaluator(catalog, facts).advance(EvaluationState(), to: moment("2021-02-20T00:00:00Z"))
        #expect(lines(found).last == "2021-02-05T12:00 firing critical escalated")
    }
}
