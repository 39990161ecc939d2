/// What the telling remembers beside what each recipient was told of each alert.
package struct TellingMarks: Sendable, Hashable {
    package struct OfRecipient: Sendable, Hashable {
        /// Up to which moment digests were made.
        package var digestedThrough: Instant?
        /// Counts the notices that told several things, so that each has a key of its own.
        package var grouped: Int

        package init(digestedThrough: Instant? = nil, grouped: Int = 0) {
            (self.digestedThrough, self.grouped) = (digestedThrough, grouped)
        }
    }

    package var recipients: [RecipientID: OfRecipient]
    /// The acts of whose end people were reminded.
    package var remindedOf: Set<Int64>

    package init(recipients: [RecipientID: OfRecipient] = [:], remindedOf: Set<Int64> = []) {
        (self.recipients, self.remindedOf) = (recipients, remindedOf)
    }
}
