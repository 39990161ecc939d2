package import KPICore

/// What a commit made of a tick.
package struct Committed: Sendable, Hashable {
    /// With the numbers they were given.
    package let transitions: [SequencedTransition]
    /// The notices that are new, as they lie in the outbox now. One that was decided before is not among them.
    package let notices: [OutboxEntry]

    package init(transitions: [SequencedTransition], notices: [OutboxEntry]) {
        (self.transitions, self.notices) = (transitions, notices)
    }
}
