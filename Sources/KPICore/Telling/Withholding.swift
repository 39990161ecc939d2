/// That something was kept from a recipient, or no longer is: for the history of an alert.
package struct Withholding: Sendable, Hashable {
    package enum Step: String, Sendable, CaseIterable {
        /// There is something that they are not told.
        case began
        /// They are told now.
        case released
        /// There is nothing left to tell: the alert is again as they believe it to be.
        case lapsed
    }

    package let key: Told.Key
    package let at: Instant
    package let step: Step
    package let by: Suppressor.Name
    package let note: Label

    package init(_ key: Told.Key, at: Instant, _ step: Step, by: Suppressor.Name, note: Label) {
        self.key = key
        self.at = at
        self.step = step
        self.by = by
        self.note = note
    }
}
