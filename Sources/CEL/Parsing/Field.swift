internal import Diagnostics

/// What stands after a dot.
struct Field: Sendable {
    enum Access: Sendable {
        case plain
        /// `.?name`: an optional, none when there is no such field.
        case optional
        /// `has(x.name)`: whether there is such a field.
        case presence
    }

    let name: String
    let span: Span
    let access: Access
}
