import TestSeeds
import Testing

@testable import KPICore

struct RetryPolicyTests {
    private let policy = RetryPolicy()
    private let begun = moment("2021-07-10T01:00:00Z")
    private let failure = Delivery.temporary(reason: Label("down"))

    @Test(arguments: seeds(50)) func waitsDoubleUpToAnHourAndNoTwoAreAlike(seed: Int) {
        let seed = UInt64(seed)
        var longest = Duration.seconds(5)
        for attempt in 1...100 {
            let delay = policy.delay(after: attempt, seed: seed)
            #expect(delay >= longest / 2 && delay <= longest, "attempt \(attempt), seed \(seed)")
            #expect(delay == policy.delay(after: attempt, seed: seed))
            #expect(delay != policy.delay(after: attempt, seed: seed + 1))
            longest = min(longest * 2, .seconds(3600))
        }
        #expect(policy.delay(after: .max, seed: seed) <= .seconds(3600))
    }

    /// The attempts of a notice whose receiver never comes back, on a simulated clock.
    @Test func aDeadReceiverIsGivenUpAfterThreeDaysAndNotBefore() {
        var (attempts, now) = (0, begun)
        var end: Label?
        while end == nil, attempts < 1000 {
            attempts += 1
            switch policy.step(after: failure, attempt: attempts, begun: begun, now: now, seed: 7) {
            case .retry(let next):
                #expect(next > now)
                now = next
            case .giveUp(let reason): end = reason
            case .done: Issue.record("a failure is not the end")
            }
        }
        #expect(end == Label("down"))
        #expect(now == begun.adding(seconds: 3 * 86_400), "the last attempt is made at the very end")
        #expect((80...170).contains(attempts), "\(attempts) attempts")
    }

    @Test func whatTheReceiverAsksForIsTheLeast() {
        func next(_ asked: Duration, attempt: Int = 1) -> RetryPolicy.Step {
            policy.step(
                after: .temporary(reason: Label(""), retryAfter: asked), attempt: attempt, begun: begun, now: begun,
                seed: 1)
        }
        #expect(next(.seconds(7200)) == .retry(at: begun.adding(seconds: 7200)))
        #expect(next(.seconds(30 * 86_400)) == .retry(at: begun.adding(seconds: 3 * 86_400)), "not beyond the horizon")
        #expect(next(.milliseconds(1), attempt: 3) == next(.zero, attempt: 3), "nor sooner than ours")
    }

    @Test func onlyWhatMayPassIsTriedAgain() {
        func step(_ delivery: Delivery) -> RetryPolicy.Step {
            policy.step(after: delivery, attempt: 1, begun: begun, now: begun, seed: 1)
        }
        #expect(step(.delivered(receipt: "250 OK")) == .done(receipt: "250 OK"))
        #expect(step(.permanent(reason: Label("bad key"))) == .giveUp(reason: Label("bad key")))
    }

    @Test func aClockSetBackEndsNothingEarly() {
        let step = policy.step(
            after: failure, attempt: 2, begun: begun, now: begun.adding(seconds: -86_400), seed: 1)
        guard case .retry(let next) = step else {
            Issue.record("given up")
            return
        }
        #expect(next < begun)
    }
}
