/// A number as its author wrote it: `0.8`, or `80%`, which is the same value and another way of thinking.
package struct Figure: Sendable, Hashable {
    /// 0.8 in both cases.
    package let value: Double
    package let isPercent: Bool

    package init(_ value: Double, isPercent: Bool = false) {
        self.value = value
        self.isPercent = isPercent
    }
}
