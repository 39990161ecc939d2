/// A column that a sheet may have.
struct SheetColumn: Sendable {
    /// By which its header may go, the proper one first.
    let names: [String]
    let isRequired: Bool

    init(_ names: [String], isRequired: Bool) {
        (self.names, self.isRequired) = (names, isRequired)
    }
}
