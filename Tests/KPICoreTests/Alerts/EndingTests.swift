import CEL
import Diagnostics
import Testing

@testable import KPICore

/// Every way in which an alert can end, out of all that a rule, a moment and a judgement can be.
struct EndingTests {
    private static let waits: [Delay?] = [nil, .periods(1), .periods(2), .seconds(0), .seconds(3600), .workingDays(2)]
    private static let judgements: [Judgement] = [
        .holds(.info), .holds(.critical), .between, .clear, .unknown(["value"]),
        .failed(EvaluationError(message: "no", place: Excerpt("a").place(Span(0, 1)))),
    ]
    private static let since = moment("2021-03-03T12:00:00Z")

    private static var phases: [AlertPhase] {
        let ref = day("2021-02-28")
        let firing = AlertPhase.Firing(since: since, severity: .warning, pendingSince: since, escalatedTo: .warning)
        return [
            .inactive, .pending(.init(since: since, severity: .info, firstRef: ref, lastRef: ref, periods: 1)),
            .firing(firing),
            .recovering(.init(firing: firing, since: since, firstRef: ref, lastRef: ref, periods: 1)),
            .resolved(.init(at: since, firedSince: since, severity: .info)),
        ]
    }

    private static let plain = Samples.rule(when: [.info: "value < 3", .critical: "value < 1"])

    /// Compiled once: a rule for every wait, and for everything that may be made of corrections and of silence.
    private static let rules = waits.flatMap { wait in
        Rule.Corrections.allCases.flatMap { corrections in
            Rule.NoData.allCases.map { noData in
                Rule(
                    id: plain.id, forEach: plain.forEach, conditions: plain.conditions, hold: wait,
                    keepFiringFor: wait, corrections: corrections, noData: noData, message: plain.message)
            }
        }
    }

    private static let moments = [Int64(0), 1800, 3600, 864_000].flatMap { later in
        ["2021-02-28", "2021-03-31"].flatMap { ref in
            [false, true].map { isCorrection in
                Lifecycle.Circumstances(
                    at: since.adding(seconds: later), ref: day(ref), timetable: Samples.utc,
                    isCorrection: isCorrection)
            }
        }
    }

    /// What becomes of an alert by every judgement, at every moment, under every rule.
    @Test func whatIsResolvedHasAReason() {
        var found: Set<Reason> = []
        for rule in Self.rules {
            for (phase, now) in Self.phases.flatMap({ phase in Self.moments.map { (phase, $0) } }) {
                for reason in [Reason.conditionHeld, .conditionCleared, .dataCorrected] {
                    for judgement in Self.judgements {
                        let step = Lifecycle(rule: rule, now: now, reason: reason).step(phase, judgement)
                        guard let step, step.phase.name == .resolved else { continue }
                        found.insert(step.reason)
                        let isClear = if case .clear = judgement { true } else { false }
                        guard isClear, phase.isInEpisode, step.isTransition, step.reason.endsEpisodes else {
                            Issue.record("\(phase) ended by \(judgement) with \(step.reason)")
                            continue
                        }
                    }
                }
            }
        }
        #expect(found == [.conditionCleared, .stayedClear, .dataCorrected], "every way was taken")
    }

    /// What it is about is gone, or the year is closed.
    @Test func whatIsEndedHasTheReasonItWasEndedFor() {
        for reason in Reason.allCases where reason.endsEpisodes {
            for phase in Self.phases {
                let step = Lifecycle.end(phase, because: reason, at: Self.since)
                #expect((step != nil) == phase.isOpen && (step?.reason ?? reason) == reason)
                #expect((step?.phase.name == .resolved) == phase.isInEpisode)
            }
        }
    }

    /// Missing data, whatever the phase.
    @Test func silenceLeavesEveryPhaseAsItIs() {
        for phase in Self.phases {
            for wait in Self.waits {
                let rule = Samples.rule(when: [.info: "value < 3"], for: wait, keep: wait)
                let now = Lifecycle.Circumstances(
                    at: Self.since.adding(seconds: 864_000), ref: day("2021-03-31"), timetable: Samples.utc,
                    isCorrection: false)
                for judgement in Self.judgements.suffix(2) {
                    #expect(Lifecycle(rule: rule, now: now).step(phase, judgement).map(\.reason) == nil)
                }
            }
        }
    }
}
