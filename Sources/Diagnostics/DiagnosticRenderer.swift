/// Shows a diagnostic as text: a first line that tools can parse, the line of the file, and a caret under the place.
///
/// ```
/// rules/pace.yaml:14:18: error: unknown name 'pace_ration' [unknown-name]
///    |
/// 14 |     warning: pace_ration < 0.85
///    |              ^~~~~~~~~~~ did you mean 'pace_ratio'?
/// ```
package struct DiagnosticRenderer: Sendable {
    /// A line longer than this is cut around the caret.
    private static let widest = 160

    package init() {}

    package func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(render).joined(separator: "\n")
    }

    package func render(_ diagnostic: Diagnostic) -> String {
        var lines = [headline(diagnostic)]
        if let place = diagnostic.place {
            lines += snippet(place, label: diagnostic.label)
        } else if !diagnostic.label.isEmpty {
            lines.append("note: \(diagnostic.label)")
        }
        lines += diagnostic.notes.map { "note: \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The first line alone, as logs and one-line views show it.
    package func headline(_ diagnostic: Diagnostic) -> String {
        let where_ = diagnostic.place.map { "\($0.description): " } ?? ""
        return "\(where_)\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.id.name)]"
    }

    private func snippet(_ place: Place, label: String) -> [String] {
        let source = place.source
        let line = place.start.line
        let range = source.lineRange(line)
        let from = min(max(place.span.lower, range.lowerBound), range.upperBound)
        let to = min(max(place.span.upper, from), range.upperBound)
        let window = window(of: range, around: from, in: source)
        let before = shown(source.text(window.lowerBound..<from))
        let marked = shown(source.text(from..<min(to, window.upperBound)))
        let after = shown(source.text(min(to, window.upperBound)..<window.upperBound))
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        let lead = window.lowerBound > range.lowerBound ? "…" : ""
        let tail = window.upperBound < range.upperBound ? "…" : ""
        let indent = String(repeating: " ", count: DisplayWidth.of(lead + before))
        let caret = "^" + String(repeating: "~", count: max(0, DisplayWidth.of(marked) - 1))
        let words = label.isEmpty ? "" : " \(label)"
        return [
            "\(margin) |",
            "\(number) | \(lead)\(before)\(marked)\(after)\(tail)",
            "\(margin) | \(indent)\(caret)\(words)",
        ]
    }

    /// Part of a long line, cut at scalar boundaries.
    private func window(of line: Range<Int>, around offset: Int, in source: SourceText) -> Range<Int> {
        guard line.count > Self.widest else { return line }
        func boundary(_ offset: Int) -> Int {
            var offset = offset
            while offset > line.lowerBound, offset < line.upperBound, source.bytes[offset] & 0xC0 == 0x80 {
                offset -= 1
            }
            return offset
        }
        let lower = boundary(max(line.lowerBound, offset - Self.widest / 2))
        return lower..<boundary(min(line.upperBound, lower + Self.widest))
    }

    /// Tabs and control characters would move the caret away from its place.
    private func shown(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}
