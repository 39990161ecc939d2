/// A text cut out of a source, perhaps unescaped or unfolded on the way, that knows where each of its bytes stands.
///
/// An expression in a quoted YAML scalar is not the file's bytes: `"a == \"b\""` loses its backslashes. The runs of
/// an excerpt lead an offset in the decoded text back to the file, so that a mistake in the expression is shown at
/// its own column.
package struct Excerpt: Sendable {
    /// From `offset` in the text on, bytes follow the source one to one, beginning at `sourceOffset`.
    package struct Run: Sendable {
        package let offset: Int
        package let sourceOffset: Int

        package init(offset: Int, sourceOffset: Int) {
            self.offset = offset
            self.sourceOffset = sourceOffset
        }
    }

    package let text: String
    package let source: SourceText
    private let runs: [Run]

    /// Runs are in order of `offset`, the first at 0.
    package init(text: String, source: SourceText, runs: [Run]) {
        precondition(runs.first?.offset == 0, "the first run begins where the text begins")
        self.text = text
        self.source = source
        self.runs = runs
    }

    /// A text that is its own source, such as an argument of a command.
    package init(_ text: String, name: String = "<expression>") {
        self.init(
            text: text, source: SourceText(name: name, text: text), runs: [Run(offset: 0, sourceOffset: 0)])
    }

    /// Leads a span of the text back to the source.
    package func place(_ span: Span) -> Place {
        let lower = sourceOffset(span.lower)
        let upper = span.isEmpty ? lower : sourceOffset(span.upper - 1) + 1
        return Place(source, Span(lower, max(lower, upper)))
    }

    /// Part of this excerpt, in the same source.
    package func part(_ span: Span) -> Excerpt {
        let first = Run(offset: 0, sourceOffset: sourceOffset(span.lower))
        let rest = runs.filter { span.lower < $0.offset && $0.offset < span.upper }
            .map { Run(offset: $0.offset - span.lower, sourceOffset: $0.sourceOffset) }
        let text = String(decoding: Array(self.text.utf8)[span.lower..<span.upper], as: UTF8.self)
        return Excerpt(text: text, source: source, runs: [first] + rest)
    }

    private func sourceOffset(_ offset: Int) -> Int {
        var low = 0
        var high = runs.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if runs[middle].offset <= offset { low = middle } else { high = middle - 1 }
        }
        return min(runs[low].sourceOffset + offset - runs[low].offset, source.bytes.count)
    }
}
