/// Something that was seen in a file: why a row was refused, doubted, or read otherwise than it was written.
package struct Finding: Sendable, Hashable {
    package enum Action: String, Sendable, CaseIterable, Comparable {
        /// The row counts; this is for the record.
        case note
        /// The row counts, and puts what it touches in doubt.
        case doubt
        /// The row is not taken.
        case reject

        package static func < (a: Action, b: Action) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .doubt: 1
            case .reject: 2
            }
        }
    }

    /// What a row says something of, as far as the row told.
    package struct Subject: Sendable, Hashable {
        package let key: Observation.Key
        /// When it was submitted.
        package let at: Instant

        package init(_ key: Observation.Key, at: Instant) {
            (self.key, self.at) = (key, at)
        }
    }

    /// The code that says that what was open about a figure is settled.
    package static let settled = "DQ-SETTLED"

    /// A stable code, such as `DQ-UNIT-UNKNOWN`.
    package let code: String
    package let action: Action
    /// From 1, the header among them; nil when it is about the whole file.
    package let line: Int?
    /// The column's header, where it is about one cell.
    package let column: String?
    /// What is wrong, and the way out.
    package let message: Label
    /// Nil where it is not about one figure, or nobody knows about which.
    package let subject: Subject?

    /// Whether it opens something about a figure, or settles it.
    package var bearsOnFigures: Bool { subject != nil && (action > .note || code == Self.settled) }

    package init(
        code: String, action: Action, line: Int?, column: String? = nil, message: Label, subject: Subject? = nil
    ) {
        self.subject = subject
        self.code = code
        self.action = action
        self.line = line
        self.column = column
        self.message = message
    }
}
