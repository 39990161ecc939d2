/// Why a workbook cannot be written: spreadsheet programs would call it damaged.
package enum WorkbookWritingFlaw: Error, Sendable, Hashable {
    /// Empty, longer than 31 signs, used twice, or with one of `[]:*?/\` in it.
    case sheetName(String)
    case tooManyRows(Int)
    case tooManyColumns(Int)
    /// More than 32,767 signs.
    case textTooLong(CellReferenceText)
    case notFinite(CellReferenceText)
    /// The archive could not be made.
    case outOfMemory

    /// The place of a cell, as in `B5`.
    package typealias CellReferenceText = String
}
