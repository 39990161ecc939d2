/// A sheet on its way to XML.
struct SheetWriting: Sendable {
    let name: String
    let columns: [WorkbookWriter.Column]
    let rows: [[WorkbookWriter.Cell]]
    let isLocked: Bool

    func xml() throws(WorkbookWritingFlaw) -> [UInt8] {
        guard rows.count < CellReference.lastRow else { throw .tooManyRows(CellReference.lastRow) }
        var text =
            XMLText.declaration
            + "<worksheet xmlns=\"\(WorkbookFrame.main)\"><sheetViews><sheetView workbookViewId=\"0\">"
        text +=
            "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
        if !columns.isEmpty { text += "<cols>" }
        for (index, column) in columns.enumerated() {
            text += "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(column.width)\" customWidth=\"1\""
            text += column.isText ? " style=\"\(WorkbookFrame.textStyle)\"/>" : "/>"
        }
        if !columns.isEmpty { text += "</cols>" }
        text += "<sheetData>"
        try append(columns.map { .text($0.title) }, 1, to: &text)
        for (index, row) in rows.enumerated() { try append(row, index + 2, to: &text) }
        text += "</sheetData>" + (isLocked ? "<sheetProtection sheet=\"1\"/>" : "") + "</worksheet>"
        return Array(text.utf8)
    }

    private func append(
        _ cells: [WorkbookWriter.Cell], _ row: Int, to text: inout String
    ) throws(WorkbookWritingFlaw) {
        guard cells.count <= CellReference.lastColumn else { throw .tooManyColumns(CellReference.lastColumn) }
        text += "<row r=\"\(row)\">"
        for (index, cell) in cells.enumerated() {
            let place = CellReference(row: row, column: index + 1).description
            let style = style(row, index)
            switch cell {
            case .empty: break
            case .text(let content):
                guard content.utf16.count <= 32_767 else { throw .textTooLong(place) }
                text += "<c r=\"\(place)\"\(style) t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                text += XMLText.escaped(content) + "</t></is></c>"
            case .number(let value):
                guard value.isFinite else { throw .notFinite(place) }
                text += "<c r=\"\(place)\"\(style)><v>\(value)</v></c>"
            }
        }
        text += "</row>"
    }

    private func style(_ row: Int, _ column: Int) -> String {
        if row == 1 { return " s=\"\(WorkbookFrame.boldStyle)\"" }
        return column < columns.count && columns[column].isText ? " s=\"\(WorkbookFrame.textStyle)\"" : ""
    }
}
