import CEL
import Diagnostics
import Testing

@testable import KPICore

/// Every way in which an alert can end, made up from what a rule, a moment and a judgement can be.
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

    /// One line for each way; and none of them is silence.
    @Test func whatIsResolvedHasAReason() {
        var found: Set<Reason> = []
        for seed in 0..<600 {
            var random = SeededGenerator(seed: UInt64(seed))
            func any<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
            let rule = Samples.rule(
                when: [.info: "value < 3", .critical: "value < 1"], for: any(Self.waits), keep: any(Self.waits),
                corrections: any(Rule.Corrections.allCases), noData: any(Rule.NoData.allCases))
            let phase = any(Self.phases)
            let later = Int64(any([0, 1800, 3600, 864_000]))
            let now = Lifecycle.Circumstances(
                at: Self.since.adding(seconds: later), ref: day(any(["2021-02-28", "2021-03-31"])),
                timetable: Samples.utc, isCorrection: Bool.random(using: &random))
            let reason: Reason? = phase == .inactive ? nil : any(Reason.allCases)
            let judgement = any(Self.judgements)
            let isGone = Int.random(in: 0..<4, using: &random) == 0
            let gone: [Reason] = [
                .ruleRemoved, .targetRemoved, .unitRemoved, .partRemoved, .notSelected, .editionClosed,
            ]
            let step =
                isGone
                ? Lifecycle.end(phase, because: any(gone), at: now.at)
                : Lifecycle(rule: rule, now: now, reason: reason).step(phase, judgement)
            guard let step, step.phase.name == .resolved else { continue }
            #expect(phase.isInEpisode && step.isTransition && step.reason.endsEpisodes, "seed \(seed): \(step)")
            switch judgement {
            case .clear: break
            case .holds, .between, .unknown, .failed: #expect(isGone, "seed \(seed): \(judgement) ended it")
            }
            found.insert(step.reason)
        }
        // The alert about a channel ends otherwise.
        let ways = Set(Reason.allCases.filter(\.endsEpisodes)).subtracting([.deliveryWorks])
        #expect(found == ways, "every way was taken")
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
