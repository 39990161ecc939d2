/// An act that was written by another kpid, or damaged.
package struct UnreadableDeed: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where in the document, such as `deed.matchers.0.field`.
    package let path: String

    package var description: String {
        path.isEmpty
            ? "the act is not a JSON object"
            : "the act's '\(path)' is missing, or not what this version of kpid writes there"
    }
}
