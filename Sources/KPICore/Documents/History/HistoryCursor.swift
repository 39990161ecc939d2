/// How far somebody has read in a history: what follows is what they have not seen, however much is added meanwhile.
package struct HistoryCursor: Sendable, Hashable {
    /// The number of the latest transition that was read; 0 before the first.
    package let transition: Int64
    /// The number of the latest of all else that was read; 0 before the first.
    package let other: Int64

    package init(transition: Int64 = 0, other: Int64 = 0) {
        (self.transition, self.other) = (transition, other)
    }

    package static let start = HistoryCursor()
}
