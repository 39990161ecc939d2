/// What an evaluation decided about telling people, to be made durable with it. Only what changed.
package struct TellingRecord: Sendable {
    /// What recipients were told of alerts; nil where that is no longer to be remembered.
    package let told: [(key: Told.Key, told: Told?)]
    /// What is to be sent, in the order in which it was decided.
    package let notices: [DecidedNotice]
    package let withholdings: [Withholding]
    /// Those that are not in it stay as they are; nil: all do.
    package let marks: TellingMarks?

    package init(
        told: [(key: Told.Key, told: Told?)] = [], notices: [DecidedNotice] = [], withholdings: [Withholding] = [],
        marks: TellingMarks? = nil
    ) {
        self.told = told
        self.notices = notices
        self.withholdings = withholdings
        self.marks = marks
    }

    package static let nothing = TellingRecord()

    package var isEmpty: Bool { told.isEmpty && notices.isEmpty && withholdings.isEmpty && marks == nil }
}
