/// Counts the rows and columns that are hidden and not empty. People forget them, and filters hide them too.
struct HiddenLines {
    private(set) var rows = 0
    /// By column; empty where none is hidden.
    private var isColumnHidden: [Bool] = []
    private var declarations = 0
    private var columnsWithContents: Set<Int> = []
    private var isRowHidden = false

    var columns: Int { columnsWithContents.count }

    mutating func addColumn(_ element: XMLElement) {
        guard element.says("hidden"), let first = element["min"].flatMap({ Int($0) }), first > 0,
            let last = element["max"].flatMap({ Int($0) }), first <= last, first <= CellReference.lastColumn
        else { return }
        declarations += 1
        // No sheet has more reason to declare columns, and each time costs a walk over all of them.
        guard declarations <= 1000 else { return }
        if isColumnHidden.isEmpty { isColumnHidden = Array(repeating: false, count: CellReference.lastColumn + 1) }
        for column in first...min(last, CellReference.lastColumn) { isColumnHidden[column] = true }
    }

    mutating func beginRow(_ element: XMLElement) {
        isRowHidden = element.says("hidden")
    }

    mutating func noteContents(column: Int) {
        if isRowHidden {
            rows += 1
            isRowHidden = false  // counted
        }
        if !isColumnHidden.isEmpty, isColumnHidden[column] { columnsWithContents.insert(column) }
    }
}
