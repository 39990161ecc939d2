/// Builds the comma-separated text of a sheet. A line is begun and a comma written only when something stands behind
/// it, so that empty cells at the end of a row and empty rows at the end of a sheet leave nothing.
struct SheetLines {
    private(set) var bytes: [UInt8] = []
    private var line = 1
    private var column = 1

    /// Cells come in the order in which they are read.
    mutating func append(_ content: [UInt8], at cell: CellReference) {
        open(cell)
        let needsQuotes = content.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
        guard needsQuotes else {
            bytes.append(contentsOf: content)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in content {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// With its quotes, as it stands in another text of this kind.
    mutating func append(raw field: ArraySlice<UInt8>, at cell: CellReference) {
        open(cell)
        bytes.append(contentsOf: field)
    }

    private mutating func open(_ cell: CellReference) {
        precondition((cell.row, cell.column) >= (line, column), "cells come in reading order")
        if cell.row > line {
            bytes.append(contentsOf: repeatElement(0x0A, count: cell.row - line))
            (line, column) = (cell.row, 1)
        }
        bytes.append(contentsOf: repeatElement(UInt8(ascii: ","), count: cell.column - column))
        column = cell.column
    }
}
