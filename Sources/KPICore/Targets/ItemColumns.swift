/// Which columns of a register tell of an item in each of its rows.
///
/// An item is done from the day in `done`. It is closed (销号) when it is done and, where the columns are named, there is
/// evidence and a second person has verified it: somebody other than its owner.
package struct ItemColumns: Sendable, Hashable {
    package let title: String?
    package let due: String?
    package let done: String
    package let owner: String?
    package let evidence: String?
    package let verifiedBy: String?

    package init(
        title: String? = nil, due: String? = nil, done: String, owner: String? = nil, evidence: String? = nil,
        verifiedBy: String? = nil
    ) {
        self.title = title
        self.due = due
        self.done = done
        self.owner = owner
        self.evidence = evidence
        self.verifiedBy = verifiedBy
    }
}
