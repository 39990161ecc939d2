import KPICore

/// Reads XLSX workbooks.
package enum Workbook {
    /// Every worksheet in the workbook's order, each as comma-separated text whose lines are its rows, so that what is
    /// found on a line is found in the row that people see. Charts have no rows and are passed over.
    ///
    /// Formulas are not computed: the result that was saved with them counts. Days, times and shares stand as people see
    /// them (`2021-06-30`, `2021-06`, `77%`), other numbers in full.
    package static func read(
        _ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()
    ) throws(WorkbookFlaw) -> [SheetText] {
        let package = try OfficePackage(bytes, limits)
        let main = try mainPart(of: package)
        let list = WorkbookPart(limits)
        try package.read(main, list)
        let relationships = try package.relationships(of: main)
        let decoder = try decoder(package, relationships, list)
        var sheets: [SheetText] = []
        var cells = 0
        var room = limits.textBytes
        for sheet in list.sheets {
            let relationship = relationships.first { $0.id == sheet.id }
            guard let relationship, let name = relationship.part else { throw .missingPart(sheet.name) }
            guard relationship.kind == "worksheet" else { continue }
            let part = WorksheetPart(sheet.name, decoder, limits, cellsBefore: cells, room: room)
            try package.read(name, part)
            let text = try text(of: sheet, part, limits, room: room)
            cells = part.cells
            room -= text.bytes.count
            sheets.append(text)
        }
        guard !sheets.isEmpty else { throw .noSheets }
        return sheets
    }

    private static func mainPart(of package: OfficePackage) throws(WorkbookFlaw) -> String {
        let main = try package.relationships(of: "").first { $0.kind == "officeDocument" }
        guard let main else {
            throw .otherFormat(package.has("mimetype") && package.has("content.xml") ? .ods : .other)
        }
        guard let part = main.part else { throw .missingPart("workbook.xml") }
        guard !part.hasSuffix(".bin") else { throw .otherFormat(.xlsb) }
        return part
    }

    private static func decoder(
        _ package: OfficePackage, _ relationships: [Relationship], _ list: WorkbookPart
    ) throws(WorkbookFlaw) -> CellDecoder {
        func part(_ kind: String) -> String? { relationships.first { $0.kind == kind }?.part }
        let strings = SharedStringsPart(package.limits)
        if let part = part("sharedStrings") { try package.read(part, strings) }
        let styles = StylesPart(package.limits)
        let stylesPart = part("styles")
        if let stylesPart { try package.read(stylesPart, styles) }
        return CellDecoder(
            strings: strings, formats: stylesPart == nil ? nil : styles.formats,
            dates: SerialDate(is1904: list.is1904))
    }

    private static func text(
        of sheet: WorkbookPart.Sheet, _ part: WorksheetPart, _ limits: WorkbookLimits, room: Int
    ) throws(WorkbookFlaw) -> SheetText {
        var fill = MergeFill(part.merges)
        guard let bytes = fill.fill(part.lines.bytes, limit: room) else {
            throw .limit(.textBytes, limits.textBytes, place: sheet.name)
        }
        var remarks: [Remark] = []
        if sheet.isHidden { remarks.append(.hiddenSheet(sheet.name)) }
        if part.hidden.rows > 0 || part.hidden.columns > 0 {
            remarks.append(.hiddenLines(rows: part.hidden.rows, columns: part.hidden.columns, in: sheet.name))
        }
        if fill.filled > 0 { remarks.append(.mergesFilled(fill.filled, in: sheet.name)) }
        var text = SheetText(bytes)
        text.name = sheet.name
        text.isHidden = sheet.isHidden
        text.remarks = remarks.map { PlacedRemark($0) } + part.remarks
        text.refused = Set(part.remarks.filter { $0.remark.action == .reject }.compactMap(\.line))
        return text
    }
}
