import TestSeeds
import Testing

@testable import KPICore

struct RateLimitTests {
    /// Against the plain definition: no stretch of a minute holds more than the count, and nobody waits in vain.
    @Test(arguments: seeds(50)) func noMinuteHoldsMore(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var limit = RateLimit(5, per: .seconds(60))
        var now = moment("2021-07-10T01:00:00Z")
        var sent: [Instant] = []
        for _ in 0..<300 {
            now = Instant(milliseconds: now.milliseconds + Int64.random(in: 0...9000, using: &random))
            let recent = sent.filter { now.milliseconds - $0.milliseconds < 60_000 }
            if let free = limit.take(at: now) {
                #expect(recent.count == 5, "seed \(seed)")
                #expect(free.milliseconds == recent[0].milliseconds + 60_000, "seed \(seed)")
            } else {
                #expect(recent.count < 5, "seed \(seed)")
                sent.append(now)
            }
        }
    }

    @Test func aTurnThatIsWaitedForIsThere() throws {
        var limit = RateLimit.bot
        let start = moment("2021-07-10T01:00:00Z")
        func next(_ seconds: Int64) -> Instant? { limit.take(at: start.adding(seconds: seconds)) }
        #expect((0..<20).allSatisfy { next($0) == nil })
        #expect(next(20) == start.adding(seconds: 60))
        #expect(next(60) == nil)
        #expect(next(60) == start.adding(seconds: 61))
    }

    @Test func aClockSetBackMakesNobodyWaitLong() throws {
        var limit = RateLimit(1, per: .seconds(60))
        let start = moment("2021-07-10T01:00:00Z")
        func next(_ seconds: Int64) -> Instant? { limit.take(at: start.adding(seconds: seconds)) }
        #expect(next(0) == nil)
        #expect(next(-86_400) == start.adding(seconds: -86_340))
    }
}
