/// Something an operator did about alerts, as the ledger keeps it: never changed, and taken back by another act.
package struct Act: Sendable, Hashable {
    /// Its number in the ledger, from 1 in the order in which acts were taken.
    package let id: Int64
    package let at: Instant
    /// The account on whose behalf the socket's peer ran.
    package let author: String
    /// Why; never empty for what keeps people from being told.
    package let comment: String
    package let deed: Deed

    package init(id: Int64, at: Instant, author: String, comment: String, deed: Deed) {
        self.id = id
        self.at = at
        self.author = author
        self.comment = comment
        self.deed = deed
    }
}
