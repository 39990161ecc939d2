/// Several things told in one notice.
package struct NoticeDigest: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        /// What happened to the alert that the line is about; nil where it is about none.
        package let event: NoticeEvent?
        /// Nil where there is none to speak of, such as for a missing report.
        package let severity: Severity?
        package let text: Label

        package init(event: NoticeEvent? = nil, severity: Severity? = nil, _ text: Label) {
            self.event = event
            self.severity = severity
            self.text = text
        }
    }

    package let lines: [Line]
    /// How many more there would have been.
    package let omitted: Int

    package init(lines: [Line], omitted: Int = 0) {
        (self.lines, self.omitted) = (lines, omitted)
    }
}
