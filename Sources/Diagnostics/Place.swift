/// A span together with the text it lies in.
package struct Place: Sendable {
    package let source: SourceText
    package let span: Span

    package init(_ source: SourceText, _ span: Span) {
        self.source = source
        self.span = span
    }

    /// Where the place begins.
    package var start: Position { source.position(of: span.lower) }

    /// `file:line:column`, as compilers print it and editors open it.
    package var description: String { "\(source.name):\(start.line):\(start.column)" }
}
