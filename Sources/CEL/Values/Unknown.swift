/// What an expression is when it depends on something nobody knows: the names of what is missing.
package struct Unknown: Sendable, Hashable {
    /// Sorted, each once.
    package let attributes: [String]

    package init(_ attributes: [String]) {
        self.attributes = Array(Set(attributes)).sorted { $0.precedes($1) }
    }

    func union(_ other: Unknown) -> Unknown {
        self == other ? self : Unknown(attributes + other.attributes)
    }
}
