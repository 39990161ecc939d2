/// When a notice that was not delivered is tried again, and when it is given up.
package struct RetryPolicy: Sendable, Hashable {
    package enum Step: Sendable, Hashable {
        case done(receipt: String)
        case retry(at: Instant)
        case giveUp(reason: Label)
    }

    /// The wait after the first failure; each further one doubles it.
    package let first: Duration
    /// No wait is longer, unless the receiver asks for it.
    package let longest: Duration
    /// From the first attempt on. The last attempt is made at its end.
    package let horizon: Duration

    package init(
        first: Duration = .seconds(5), longest: Duration = .seconds(3600), horizon: Duration = .seconds(3 * 86_400)
    ) {
        precondition(first > .zero && longest >= first && horizon >= longest, "waits grow, and end")
        (self.first, self.longest, self.horizon) = (first, longest, horizon)
    }

    /// What follows from a delivery.
    /// - Parameters:
    ///   - attempt: how many attempts were made, this one included.
    ///   - begun: when the first of them was made.
    ///   - seed: of the jitter, such as ``NoticeKey/seed``.
    package func step(
        after delivery: Delivery, attempt: Int, begun: Instant, now: Instant, seed: UInt64
    ) -> Step {
        switch delivery {
        case .delivered(let receipt): return .done(receipt: receipt)
        case .permanent(let reason): return .giveUp(reason: reason)
        case .temporary(let reason, let asked):
            let end = begun.adding(horizon)
            guard now < end else { return .giveUp(reason: reason) }
            let wait = max(delay(after: attempt, seed: seed), asked ?? .zero)
            return .retry(at: min(now.adding(min(wait, horizon)), end))
        }
    }

    /// Between half of the wait and all of it, so that notices that failed together do not come back together.
    package func delay(after attempt: Int, seed: UInt64) -> Duration {
        precondition(attempt >= 1, "attempts are counted from 1")
        var wait = first
        for _ in 1..<max(1, min(attempt, 64)) where wait < longest { wait *= 2 }
        let half = min(wait, longest) / 2
        return half + half * Self.share(seed, attempt)
    }

    /// From 0 to 1, evenly, by SplitMix64.
    private static func share(_ seed: UInt64, _ attempt: Int) -> Double {
        var mixed = seed &+ UInt64(truncatingIfNeeded: attempt) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Double(mixed >> 11) / Double(UInt64(1) << 53)
    }
}
