/// A notice that is to be sent, and to whom: the notice itself knows an address only, which may change or be shared.
package struct DecidedNotice: Sendable, Hashable {
    package let recipient: RecipientID
    package let notice: Notice

    package init(recipient: RecipientID, notice: Notice) {
        (self.recipient, self.notice) = (recipient, notice)
    }
}
