/// A row of the ledger that cannot be what kpid wrote: the file was damaged, or edited by hand.
struct UnreadableRow: Error, CustomStringConvertible {
    let table: String
    let column: String
    let content: String

    var description: String { "table \(table), column \(column): \(content)" }
}
