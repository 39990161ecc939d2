package import Diagnostics

/// Gathers what is wrong while files are read, so that one run tells all of it.
package final class DiagnosticCollector {
    package private(set) var diagnostics: [Diagnostic]

    package init(_ diagnostics: [Diagnostic] = []) {
        self.diagnostics = diagnostics
    }

    package func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    package func report(
        _ id: Diagnostic.ID, _ message: String, severity: Diagnostic.Severity = .error, at place: Place?,
        label: String = "", notes: [String] = []
    ) {
        report(Diagnostic(id, message, severity: severity, at: place, label: label, notes: notes))
    }

    package func report(_ diagnostics: some Sequence<Diagnostic>) {
        self.diagnostics += diagnostics
    }

    package var hasErrors: Bool { diagnostics.hasErrors }
}
