package import CEL

/// A moment with the clock that people of the place read, so that it can be shown later by somebody who does not know
/// their zone.
package struct Stamp: Sendable, Hashable, CustomStringConvertible {
    package let instant: Instant
    /// RFC 3339 with the place's offset: `2021-07-10T09:00:00+08:00`.
    package let text: String

    package init(_ instant: Instant, in zone: Zone) {
        (self.instant, text) = (instant, instant.stamp(in: zone))
    }

    /// Nil when the text is not a moment with an offset, written as kpid writes it.
    package init?(_ text: String) {
        guard text.utf8.count >= 20, let instant = Instant(text) else { return nil }
        (self.instant, self.text) = (instant, text)
    }

    /// `2021-07-10 09:00`
    package var clock: String { "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))" }

    package var description: String { text }
}
