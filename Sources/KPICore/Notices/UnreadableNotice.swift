/// A notice that was written by another kpid, or damaged.
package struct UnreadableNotice: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where in the notice, such as `figures.0.format`.
    package let path: String

    package var description: String {
        path.isEmpty
            ? "the notice is not a JSON object"
            : "the notice's '\(path)' is missing, or not what this version of kpid writes there"
    }
}
