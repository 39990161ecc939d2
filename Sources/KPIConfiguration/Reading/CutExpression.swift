import Diagnostics
import YAML

/// An unquoted expression with a comment behind it, as in `name == "a #1"`, which YAML ends before the `#`.
///
/// Comments behind expressions are good practice. So it is told only where the expression looks unfinished, or the `#`
/// does not look like the beginning of a comment.
struct CutExpression {
    private let text: String
    private let comment: Span

    init(_ text: String, _ comment: Span) {
        self.text = text
        self.comment = comment
    }

    func warn(_ field: Field) {
        let source = field.node.place.source
        let next = comment.lower + 1 < comment.upper ? source.bytes[comment.lower + 1] : UInt8(ascii: " ")
        let looksLikeComment = next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") || next == UInt8(ascii: "#")
        guard isUnfinished || !looksLikeComment else { return }
        field.collector.report(
            "cut-expression", "the expression ends at this '#'", severity: .warning, at: Place(source, comment),
            label: isUnfinished
                ? UnquotedValue.wayOut : "\(UnquotedValue.wayOut), or put a space after '#' if it begins a comment")
    }

    /// Whether a quote or bracket is open, or an operator waits for what it works on.
    private var isUnfinished: Bool {
        var quote: Character?
        var open = 0
        var isEscaped = false
        for character in text {
            if let current = quote {
                if character == current, !isEscaped { quote = nil }
                isEscaped = character == "\\" && !isEscaped
            } else if character == "\"" || character == "'" {
                quote = character
            } else if "([{".contains(character) {
                open += 1
            } else if ")]}".contains(character) {
                open -= 1
            }
        }
        return quote != nil || open > 0 || text.last.map { "=<>&|+-*/%?:!,.".contains($0) } ?? false
    }
}
