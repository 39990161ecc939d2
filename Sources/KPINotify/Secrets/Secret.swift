/// A password, a key, or an address with a key in it. It shows itself nowhere: not in a description, not in a dump,
/// not in a message made from it.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// For sending only.
    let revealed: String

    init(_ text: String) {
        revealed = text
    }

    package var description: String { Self.shown }
    package var debugDescription: String { Self.shown }
    package var customMirror: Mirror { Mirror(self, children: []) }

    static let shown = "‹secret›"
}
