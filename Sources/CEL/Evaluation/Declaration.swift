/// A variable that expressions may refer to.
package struct Declaration: Sendable {
    /// May have dots, as in `unit.label`.
    package let name: String
    package let type: ValueType

    package init(_ name: String, _ type: ValueType) {
        self.name = name
        self.type = type
    }
}
