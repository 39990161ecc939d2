/// What a coverage target is to reach.
package enum Members: Sendable, Hashable {
    case listed([Member])
    /// The different values of a column of a register, as they are known by then.
    case register(RegisterID, column: String)

    package struct Member: Sendable, Hashable {
        /// What rows or reports call it.
        package let id: String
        package let label: Label

        package init(id: String, label: Label) {
            (self.id, self.label) = (id, label)
        }
    }
}
