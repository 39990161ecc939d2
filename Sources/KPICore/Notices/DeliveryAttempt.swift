/// One attempt to deliver a notice, as the ledger keeps it.
package struct DeliveryAttempt: Sendable, Hashable {
    package enum Outcome: String, Sendable, CaseIterable {
        case delivered
        /// It is tried again.
        case postponed
        /// It is not tried again; somebody has to see to it.
        case givenUp = "given_up"
    }

    /// The notice's number in the ledger.
    package let notice: Int64
    /// From 1.
    package let attempt: Int
    package let at: Instant
    package let outcome: Outcome
    /// What the receiver answered, or what went wrong.
    package let detail: Label
    /// When it is tried again; nil unless it was postponed.
    package let next: Instant?

    package init(notice: Int64, attempt: Int, at: Instant, outcome: Outcome, detail: Label, next: Instant? = nil) {
        self.notice = notice
        self.attempt = attempt
        self.at = at
        self.outcome = outcome
        self.detail = detail
        self.next = next
    }
}
