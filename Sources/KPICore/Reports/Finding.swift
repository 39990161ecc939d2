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

    /// A stable code, such as `DQ-UNIT-UNKNOWN`.
    package let code: String
    package let action: Action
    /// From 1, the header among them; nil when it is about the whole file.
    package let line: Int?
    /// The column's header, where it is about one cell.
    package let column: String?
    /// What is wrong, and the way out.
    package let message: Label

    package init(code: String, action: Action, line: Int?, column: String? = nil, message: Label) {
        self.code = code
        self.action = action
        self.line = line
        self.column = column
        self.message = message
    }
}
