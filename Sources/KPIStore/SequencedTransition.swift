package import KPICore

/// A transition with its number in the ledger: from 1, without gaps, in the order of commits.
package struct SequencedTransition: Sendable, Hashable {
    package let seq: Int64
    package let transition: Transition

    package init(seq: Int64, transition: Transition) {
        (self.seq, self.transition) = (seq, transition)
    }
}
