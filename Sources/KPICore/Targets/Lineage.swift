/// A target over the years: its editions under one id, whatever it was called before.
package struct Lineage: Sendable {
    /// What its latest edition is called.
    package let id: TargetID
    /// What it was called before, by name.
    package let formerly: [TargetID]
    /// One edition after the other, each as the versions that count for its judged days, in order. Indices among the
    /// targets.
    package let editions: [[Int]]
    /// Where the first of it is written: what its place in lists goes by.
    package let position: Int

    /// Every version of every edition, in order.
    package var versions: [Int] { editions.flatMap(\.self) }
}
