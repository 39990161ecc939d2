/// What a cumulative figure already held when the window began.
package enum OpeningStock: Sendable, Hashable {
    case known(Double)
    /// What the edition before had come to at the end of its window.
    case carried
}
