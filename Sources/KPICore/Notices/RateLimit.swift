/// How often a receiver may be spoken to: never more than so many times in any stretch of the given length.
///
/// It remembers the moments themselves. A bucket that fills as it is emptied would let through nearly twice as many
/// in a stretch, and the chat services that count shut a sender out for ten minutes.
package struct RateLimit: Sendable, Hashable {
    package let count: Int
    /// In milliseconds.
    private let stretch: Int64
    /// The latest `count` moments at most, in order.
    private var taken: [Instant] = []

    package init(_ count: Int, per stretch: Duration) {
        precondition(count >= 1 && stretch >= .milliseconds(1), "a limit lets something through")
        self.count = count
        let (seconds, attoseconds) = stretch.components
        self.stretch = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }

    /// What the bots of WeCom and DingTalk allow. Feishu's allow more.
    package static let bot = RateLimit(20, per: .seconds(60))

    /// Takes a turn, and answers nil; or answers when there will be one. A clock that was set back makes nobody wait
    /// longer than a stretch.
    package mutating func take(at now: Instant) -> Instant? {
        taken = taken.map { min($0, now) }.filter { now.milliseconds - $0.milliseconds < stretch }
        guard let oldest = taken.first, taken.count >= count else {
            taken.append(now)
            return nil
        }
        return Instant(milliseconds: oldest.milliseconds + stretch)
    }
}
