internal import Diagnostics

/// Collects what is wrong with one expression. A class, since lexer, parser and checker all add to it.
final class Reporter {
    let source: Excerpt
    let isTargeted: Bool
    private(set) var diagnostics: [Diagnostic] = []
    /// After so many, more would not help anybody.
    private static let most = 50

    init(_ source: Excerpt, isTargeted: Bool) {
        self.source = source
        self.isTargeted = isTargeted
    }

    func callAsFunction(
        _ id: Diagnostic.ID, _ message: String, severity: Diagnostic.Severity = .error, at span: Span,
        label: String = "", notes: [String] = []
    ) {
        guard diagnostics.count < Self.most else { return }
        diagnostics.append(
            Diagnostic(id, message, severity: severity, at: source.place(span), label: label, notes: notes))
    }
}
