/// A stretch of a ``SourceText``: byte offsets into its UTF-8, `lower` included, `upper` not.
package struct Span: Sendable, Hashable {
    package let lower: Int
    package let upper: Int

    /// Promises `0 <= lower <= upper`; anything else is a mistake of ours.
    package init(_ lower: Int, _ upper: Int) {
        precondition(0 <= lower && lower <= upper, "a span runs forwards from a place in the text")
        self.lower = lower
        self.upper = upper
    }

    package var isEmpty: Bool { lower == upper }

    /// The smallest span that holds both.
    package func union(_ other: Span) -> Span {
        Span(min(lower, other.lower), max(upper, other.upper))
    }
}
