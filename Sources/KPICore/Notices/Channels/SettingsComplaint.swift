/// What is wrong with a channel's settings: the key it stands under, such as `connection.timeout`, and a sentence that
/// says what it must be.
package struct SettingsComplaint: Sendable, Hashable, CustomStringConvertible {
    package let field: String
    package let message: String
    /// It can run, but is hardly meant.
    package let isWarning: Bool

    init(_ field: String, _ message: String, isWarning: Bool = false) {
        self.field = field
        self.message = message
        self.isWarning = isWarning
    }

    package var description: String { "\(field): \(message)" }
}
