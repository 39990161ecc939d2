/// Who is told of which alerts. All routes that match count.
package struct Route: Sendable, Hashable {
    package enum Addressee: Sendable, Hashable {
        case recipient(RecipientID)
        /// Whoever answers for the target.
        case owner
    }

    /// The word for ``Addressee/owner`` in the settings.
    package static let ownerWord = "owner"

    package let matchers: Matchers
    package let to: [Addressee]

    package init(_ matchers: Matchers = Matchers(), to: [Addressee]) {
        (self.matchers, self.to) = (matchers, to)
    }
}
