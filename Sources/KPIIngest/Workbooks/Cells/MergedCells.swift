/// Cells that are shown as one.
struct MergedCells {
    let first: CellReference
    let last: CellReference

    /// Reads `B2:B5`. Nil where it is no such thing.
    init?(_ text: String) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false)
        guard corners.count <= 2, let first = corners.first.flatMap({ CellReference($0) }),
            let last = corners.last.flatMap({ CellReference($0) }), first.row <= last.row, first.column <= last.column
        else { return nil }
        self.first = first
        self.last = last
    }
}
