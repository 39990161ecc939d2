/// How log lines look.
package enum LogFormat: String, Sendable, CaseIterable {
    case text
    /// One JSON object a line.
    case json
}
