package import Diagnostics

/// What a YAML file says, with all that is wrong with how it says it.
package struct YAMLDocument: Sendable {
    package let source: SourceText
    /// Nil when the file says nothing, or when it could not be read to its end; then there is an error.
    package let root: YAMLNode?
    package let diagnostics: [Diagnostic]

    package init(source: SourceText, root: YAMLNode?, diagnostics: [Diagnostic]) {
        self.source = source
        self.root = root
        self.diagnostics = diagnostics
    }
}
