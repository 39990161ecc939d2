import CEL
import Testing

@testable import KPICore

/// Alerts are dated to the moment at which they became due, however late somebody looks.
struct TimerTests {
    private let late = moment("2021-12-31T00:00:00Z")

    private func lines(_ rule: Rule, _ reports: [Observation] = [], to end: Instant? = nil) -> [String] {
        let target = Samples.target(allocation: ["north": 120])
        let catalog = Samples.catalog([target], rules: [rule])
        return Evaluator(catalog, Samples.facts(reports)).advance(EvaluationState(), to: end ?? late)
            .transitions.map(\.line)
    }

    private let january = Samples.report(on: "2021-01", 1, at: "2021-02-01T00:00:00Z")

    @Test func secondsFireAtTheirOwnMoment() {
        let rule = Samples.rule(when: [.warning: "value < 3"], for: .seconds(5400))
        #expect(
            lines(rule, [january]) == [
                "2021-02-03T12:00:00+00:00 behind/visits/all inactive -> pending warning (condition_holds)",
                "2021-02-03T13:30:00+00:00 behind/visits/all pending -> firing warning (condition_held)",
            ])
        #expect(lines(rule, [january], to: moment("2021-02-03T13:29:59Z")).count == 1)
        #expect(lines(rule, [january], to: moment("2021-02-03T13:30:00Z")).count == 2)
    }

    /// Pending since Wednesday 3 February at noon; three working days later is Monday the 8th.
    @Test func workingDaysFireAtTheirOwnMoment() {
        let rule = Samples.rule(when: [.warning: "value < 3"], for: .workingDays(3))
        #expect(lines(rule, [january]).last?.hasPrefix("2021-02-08T12:00:00+00:00") == true)
    }

    @Test func theSecondPeriodFiresAtItsDeadline() {
        let rule = Samples.rule(when: [.warning: "value < 3"], for: .periods(2))
        #expect(
            lines(rule, [january]) == [
                "2021-02-03T12:00:00+00:00 behind/visits/all inactive -> pending warning (condition_holds)",
                "2021-03-03T12:00:00+00:00 behind/visits/all pending -> firing warning (condition_held)",
            ])
    }

    @Test func aConditionThatEndsInTimeTellsNobodyOfAnAlert() {
        let rule = Samples.rule(when: [.warning: "value < 3"], for: .seconds(5400))
        let corrected = Samples.report(on: "2021-01", 9, revision: 2, at: "2021-02-03T13:00:00Z")
        #expect(
            lines(rule, [january, corrected]) == [
                "2021-02-03T12:00:00+00:00 behind/visits/all inactive -> pending warning (condition_holds)",
                "2021-02-03T13:00:00+00:00 behind/visits/all pending -> inactive warning (condition_ended)",
            ])
    }

    @Test func aLateReportIsAMomentOfItsOwn() {
        let rule = Samples.rule(when: [.warning: "value < 3"], clear: "value >= 3")
        let february = Samples.report(on: "2021-02", 5, at: "2021-03-10T09:15:00Z")
        #expect(
            lines(rule, [january, february]) == [
                "2021-02-03T12:00:00+00:00 behind/visits/all inactive -> firing warning (condition_held)",
                "2021-03-10T09:15:00+00:00 behind/visits/all firing -> resolved warning (condition_cleared)",
            ])
    }

    @Test func aCorrectionIsTheReason() {
        let rule = Samples.rule(when: [.warning: "value < 3"])
        let corrected = Samples.report(on: "2021-01", 9, revision: 2, at: "2021-02-20T08:00:00Z")
        #expect(
            lines(rule, [january, corrected]).last
                == "2021-02-20T08:00:00+00:00 behind/visits/all firing -> resolved warning (data_corrected)")
    }

    @Test func silenceNeverEndsAnAlert() {
        let rule = Samples.rule(when: [.warning: "value < 3"])
        let retracted = Samples.report(on: "2021-01", nil, revision: 2, at: "2021-02-20T08:00:00Z")
        #expect(lines(rule, [january, retracted]).count == 1, "fired, and there is no figure any more")
        #expect(lines(rule, []) == [], "nor does it begin one")
        let loud = Samples.rule(when: [.warning: "value < 3"], noData: .alert)
        #expect(
            lines(loud, []) == [
                "2021-02-03T12:00:00+00:00 behind/visits/all inactive -> firing warning (data_missing)"
            ])
    }

    @Test func aFailureIsToldAndChangesNothing() throws {
        let rule = Samples.rule(when: [.warning: "1 / size(tags) > 5"])
        let catalog = Samples.catalog([Samples.target(allocation: ["north": 120])], rules: [rule])
        let found = Evaluator(catalog, Samples.facts([january])).advance(EvaluationState(), to: late)
        #expect(found.transitions.isEmpty)
        let identity = AlertIdentity(rule: "behind", target: "visits", unit: "all")
        #expect(found.state.failingRules.map(\.alert) == [identity])
        #expect(found.state.failingRules[0].words.en.hasSuffix(":1:1: division by zero (behind/visits/all)"))
        // It is known as long as nothing is judged anew.
        let later = Evaluator(catalog, Samples.facts([january])).advance(found.state, to: late.adding(seconds: 60))
        #expect(Array(later.state.failures.keys) == [identity])
    }

    /// Above 5 it is over; between 3 and 5 it goes on, milder.
    @Test func betweenSetAndClearAnAlertGoesOn() {
        let rule = Samples.rule(when: [.critical: "value < 2", .warning: "value < 3"], clear: "value > 5")
        let reports = [
            january, Samples.report(on: "2021-02", 3, at: "2021-03-01T00:00:00Z"),
            Samples.report(on: "2021-03", 2, at: "2021-04-01T00:00:00Z"),
            Samples.report(on: "2021-04", -5, at: "2021-05-01T00:00:00Z"),
        ]
        #expect(
            lines(rule, reports).map { $0.split(separator: " ").suffix(3).joined(separator: " ") } == [
                "firing critical (condition_held)", "firing warning (severity_lowered)",
                "resolved warning (condition_cleared)", "firing critical (condition_held)",
            ])
    }
}
