package import Diagnostics

/// A text in a YAML file: what it says, how it is written, and where each of its bytes stands.
///
/// Nothing is resolved here. `no` is two letters and `10:00` five characters until somebody wants more of them.
package struct YAMLScalar: Sendable {
    package enum Style: Sendable, Hashable {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }

    package let text: String
    package let style: Style
    /// Quotes and block header included, a block's closing line breaks left out.
    package let place: Place
    /// The comment that ended a plain scalar, from its `#` to the end of the line. `a #b` says only `a`: where `#` may
    /// well have been meant, the reader can ask.
    package let comment: Span?

    package init(_ text: String, style: Style, at place: Place, comment: Span? = nil) {
        self.text = text
        self.style = style
        self.place = place
        self.comment = comment
    }

    /// Null as YAML 1.2 has it, less the capitals: nothing at all, `~` or `null`, without quotes.
    package var isNull: Bool {
        style == .plain && (text.isEmpty || text == "~" || text == "null")
    }

    /// The text with the way from each of its bytes back to the file.
    package var excerpt: Excerpt {
        Excerpt(text: text, source: place.source, runs: ScalarRuns.of(self))
    }
}
