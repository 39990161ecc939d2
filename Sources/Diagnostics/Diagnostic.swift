/// Something to tell the author of a text: what is wrong, where, and the way out.
package struct Diagnostic: Sendable {
    package enum Severity: String, Sendable, CaseIterable {
        case error, warning, note
    }

    /// A stable name in kebab-case, such as `unknown-name`. People search for it, so it outlives rewordings.
    package struct ID: Sendable, Hashable, ExpressibleByStringLiteral {
        package let name: String

        package init(stringLiteral name: StaticString) {
            self.name = name.description
        }
    }

    package let id: ID
    package let severity: Severity
    /// One sentence without a full stop, in lower case, naming the thing in single quotes.
    package let message: String
    /// Where; nil only when the mistake has no place, such as a file that is not there.
    package let place: Place?
    /// Words beside the caret: the way out, such as `did you mean 'pace_ratio'?`.
    package let label: String
    /// Whole lines after the snippet.
    package let notes: [String]

    package init(
        _ id: ID, _ message: String, severity: Severity = .error, at place: Place?, label: String = "",
        notes: [String] = []
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.place = place
        self.label = label
        self.notes = notes
    }
}

extension Sequence<Diagnostic> {
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// In the order a reader goes through the files: by file name, then place; those without a place first.
    package func inReadingOrder() -> [Diagnostic] {
        func key(_ diagnostic: Diagnostic) -> (String, Int, String) {
            (diagnostic.place?.source.name ?? "", diagnostic.place?.span.lower ?? -1, diagnostic.id.name)
        }
        return sorted { key($0) < key($1) }
    }
}
