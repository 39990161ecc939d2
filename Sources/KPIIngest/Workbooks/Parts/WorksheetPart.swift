/// Reads a sheet, row by row, into lines of comma-separated text.
final class WorksheetPart: XMLVisitor {
    private(set) var lines = SheetLines()
    private(set) var merges: [MergedCells] = []
    /// At most one for a row.
    private(set) var remarks: [PlacedRemark] = []
    private(set) var hidden = HiddenLines()
    /// Of all sheets so far.
    private(set) var cells: Int
    private let sheet: String
    private let decoder: CellDecoder
    private let limits: WorkbookLimits
    /// For this sheet's text.
    private let room: Int
    private var row = 0
    private var column = 0
    private var isInRow = false
    private var cell: RawCell?

    init(_ sheet: String, _ decoder: CellDecoder, _ limits: WorkbookLimits, cellsBefore: Int, room: Int) {
        self.sheet = sheet
        self.decoder = decoder
        self.limits = limits
        self.room = room
        cells = cellsBefore
    }

    func begin(_ element: XMLElement) throws(WorkbookFlaw) -> Bool {
        switch (element.depth, element.parent, element.name) {
        case (1, _, let root):
            guard root == "worksheet" else { throw .missingPart(sheet) }
        case (3, "cols", "col"): hidden.addColumn(element)
        case (3, "sheetData", "row"): try beginRow(element)
        case (4, "row", "c") where isInRow: try beginCell(element)
        case (5, "c", "f"): cell?.hasFormula = true
        case (5, "c", "v"):
            cell?.hasValue = true
            return cell != nil
        case (6, "is", "t"), (7, "r", "t"): return cell != nil
        case (3, "mergeCells", "mergeCell"): try addMerge(element["ref"] ?? "")
        default: break
        }
        return false
    }

    func end(_ element: String, depth: Int, text: [UInt8]) throws(WorkbookFlaw) {
        switch (depth, element) {
        case (5, "v"): cell?.value = text
        case (6, "t"), (7, "t"): try addInline(text)
        case (4, "c"): try endCell()
        case (3, "row"): isInRow = false
        default: break
        }
    }

    private func beginRow(_ element: XMLElement) throws(WorkbookFlaw) {
        let written = element["r"]
        let next = written.map { Int($0) } ?? row + 1
        guard let next, next > 0, next <= CellReference.lastRow else {
            throw .cell(written ?? "", sheet: sheet, .reference)
        }
        guard next > row else { throw .cell("\(next)", sheet: sheet, .order) }
        guard next <= limits.rows else { throw .limit(.rows, limits.rows, place: sheet) }
        row = next
        column = 0
        isInRow = true
        hidden.beginRow(element)
    }

    private func beginCell(_ element: XMLElement) throws(WorkbookFlaw) {
        cells += 1
        guard cells <= limits.cells else { throw .limit(.cells, limits.cells, place: sheet) }
        let written = element["r"]
        let place = written.map { CellReference($0) } ?? CellReference(row: row, column: column + 1)
        guard let place, place.column <= CellReference.lastColumn else {
            throw .cell(written ?? "", sheet: sheet, .reference)
        }
        guard place.row == row, place.column > column else { throw .cell(place.description, sheet: sheet, .order) }
        column = place.column
        cell = RawCell(place, element)
    }

    private func addInline(_ text: [UInt8]) throws(WorkbookFlaw) {
        guard var longer = cell else { return }
        cell = nil  // so that its text is not copied
        CellText.append(text, to: &longer.inline)
        guard longer.inline.count <= limits.cellBytes else {
            throw .limit(.cellBytes, limits.cellBytes, place: sheet)
        }
        cell = longer
    }

    private func endCell() throws(WorkbookFlaw) {
        guard let cell else { return }
        self.cell = nil
        let place = cell.reference
        if let remark = cell.remarkOnFormula, remarks.last?.line != place.row {
            guard remarks.count < limits.brokenFormulas else {
                throw .limit(.brokenFormulas, limits.brokenFormulas, place: sheet)
            }
            remarks.append(PlacedRemark(remark, line: place.row))
        }
        let (text, mistake) = decoder.text(of: cell)
        if let mistake { throw .cell(place.description, sheet: sheet, mistake) }
        guard let text, !text.isEmpty else { return }
        guard place.column <= limits.columns else { throw .limit(.columns, limits.columns, place: sheet) }
        hidden.noteContents(column: place.column)
        lines.append(text, at: place)
        guard lines.bytes.count <= room else { throw .limit(.textBytes, limits.textBytes, place: sheet) }
    }

    private func addMerge(_ text: String) throws(WorkbookFlaw) {
        guard let merge = MergedCells(text) else { throw .cell(text, sheet: sheet, .reference) }
        guard merges.count < limits.merges else { throw .limit(.merges, limits.merges, place: sheet) }
        merges.append(merge)
    }
}
