/// For some time nobody is told of the alerts that match.
package struct Silence: Sendable, Hashable {
    package let matchers: Matchers
    package let from: Instant
    /// After `from`.
    package let until: Instant

    /// Nil when it would end before it begins.
    package init?(_ matchers: Matchers, from: Instant, until: Instant) {
        guard until > from else { return nil }
        (self.matchers, self.from, self.until) = (matchers, from, until)
    }
}
