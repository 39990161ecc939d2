/// A notice that was decided and is not delivered yet.
package struct OutboxEntry: Sendable, Hashable {
    /// Its number in the ledger: from 1, rising in the order in which notices were decided.
    package let id: Int64
    package let notice: Notice
    /// How often it was tried.
    package let attempts: Int
    /// When it was tried first; nil: never.
    package let begun: Instant?
    /// From when it may be tried.
    package let next: Instant

    package init(id: Int64, notice: Notice, attempts: Int = 0, begun: Instant? = nil, next: Instant) {
        self.id = id
        self.notice = notice
        self.attempts = attempts
        self.begun = begun
        self.next = next
    }
}
