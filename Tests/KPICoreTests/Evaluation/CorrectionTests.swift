import CEL
import Testing

@testable import KPICore

/// What revised figures do to alerts, by what the rule says.
struct CorrectionTests {
    private let north = AlertIdentity(rule: "behind", target: "visits", unit: "all")
    private let fired = Samples.report(on: "2021-01", 1, at: "2021-02-01T00:00:00Z")
    private let cleared = Samples.report(on: "2021-02", 7, at: "2021-03-01T00:00:00Z")
    /// Takes the figure back by which it was cleared.
    private let revised = Samples.report(on: "2021-02", 1, revision: 2, at: "2021-03-10T09:00:00Z")

    private func advance(_ rule: Rule, _ reports: [Observation], to end: String = "2021-03-31T00:00:00Z") -> Advance {
        let catalog = Samples.catalog([Samples.target(allocation: ["north": 120])], rules: [rule])
        return Evaluator(catalog, Samples.facts(reports)).advance(EvaluationState(), to: moment(end))
    }

    @Test(arguments: [Rule.Corrections.tell, .silent])
    func aRevisionBeginsAnotherEpisode(corrections: Rule.Corrections) throws {
        let rule = Samples.rule(when: [.warning: "value < 3"], corrections: corrections)
        let last = try #require(advance(rule, [fired, cleared, revised]).transitions.last)
        #expect(last.line == "2021-03-10T09:00:00+00:00 behind/visits/all resolved -> firing warning (data_corrected)")
        #expect(last.episode == 2)
    }

    @Test func reopenedItGoesOnInItsOldEpisode() throws {
        let rule = Samples.rule(when: [.warning: "value < 3"], for: .workingDays(2), corrections: .reopen)
        let found = advance(rule, [fired, cleared, revised])
        let last = try #require(found.transitions.last)
        #expect(last.line == "2021-03-10T09:00:00+00:00 behind/visits/all resolved -> firing warning (data_corrected)")
        let alert = try #require(found.state.alerts[north])
        #expect(alert.episode == 1 && alert.reason == .dataCorrected, "and does not wait again")
        #expect(alert.phase.since == moment("2021-02-05T12:00:00Z"))
        #expect(alert.phase.begun == moment("2021-02-03T12:00:00Z"))
        #expect(alert.atFiring.first { $0.name == "value" }?.value == 1)
    }

    /// A new figure is none of that, nor does it go on where the rule itself was gone.
    @Test func onlyARevisionReopens() {
        let rule = Samples.rule(when: [.warning: "value < 3"], corrections: .reopen)
        let fell = Samples.report(on: "2021-03", -9, at: "2021-04-01T00:00:00Z")
        #expect(advance(rule, [fired, cleared, fell], to: "2021-05-01T00:00:00Z").transitions.last?.episode == 2)
        let resolved = AlertPhase.resolved(.init(at: fired.submittedAt, firedSince: fired.submittedAt, severity: .info))
        let now = Lifecycle.Circumstances(
            at: revised.submittedAt, ref: day("2021-02-28"), timetable: Samples.utc, isCorrection: true)
        for reason in Reason.allCases where reason.endsEpisodes {
            let step = Lifecycle(rule: rule, now: now, reason: reason).step(resolved, .holds(.warning))
            let isJudged = [.conditionCleared, .stayedClear, .dataCorrected].contains(reason)
            #expect(step?.beginsEpisode == !isJudged, "\(reason)")
        }
    }

    /// What begins to wait by a revision fires by it, and what recovers by one is over by it.
    @Test func waitsPassTheReasonOn() {
        let rule = Samples.rule(when: [.warning: "value < 3"], for: .workingDays(1), keep: .workingDays(1))
        let good = Samples.report(on: "2021-02", 7, revision: 3, at: "2021-03-15T09:00:00Z")
        let january = Samples.report(on: "2021-01", 4, at: "2021-02-01T00:00:00Z")
        let first = Samples.report(on: "2021-02", 3, at: "2021-03-01T00:00:00Z")
        let bad = Samples.report(on: "2021-02", -2, revision: 2, at: "2021-03-10T09:00:00Z")
        #expect(
            advance(rule, [january, first, bad, good]).transitions.map { "\($0.to) \($0.reason.rawValue)" } == [
                "pending data_corrected", "firing data_corrected", "recovering data_corrected",
                "resolved data_corrected",
            ])
    }

    @Test func aRevisionThatMakesItGraverSaysSo() {
        let rule = Samples.rule(when: [.warning: "value < 3", .critical: "value < 1"])
        let worse = Samples.report(on: "2021-01", 0, revision: 2, at: "2021-02-10T09:00:00Z")
        let last = advance(rule, [fired, worse]).transitions.last
        #expect(last?.severity == .critical && last?.severityBefore == .warning && last?.reason == .dataCorrected)
    }
}
