/// What came of an attempt to deliver a notice.
package enum Delivery: Sendable, Hashable {
    /// The receiver has it. The receipt is what it answered, in a few words.
    case delivered(receipt: String)
    /// It may be taken later: nobody answered, or the receiver asked to wait, `retryAfter` being for how long.
    case temporary(reason: Label, retryAfter: Duration? = nil)
    /// It will never be taken as it is: somebody has to mend the settings, or the receiver.
    case permanent(reason: Label)

    package var isDelivered: Bool {
        if case .delivered = self { true } else { false }
    }
}
