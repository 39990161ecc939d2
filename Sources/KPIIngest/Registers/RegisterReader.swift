import KPICore

/// Reads a register by its schema: every row an entity with a key of its own.
struct RegisterReader {
    private let schema: RegisterSchema
    private let origin: SheetOrigin
    private let header: SheetHeader
    private var names: NameResolver
    /// Entities that stay beside those of the file.
    private let known: [(entity: String, cells: [Cell])]
    private var rows = DistinctRows<String, RegisterRow>(identity: \.entity) { $0.cells == $1.cells }

    init(_ context: IntakeContext, _ schema: RegisterSchema, _ origin: SheetOrigin, _ header: SheetHeader) {
        self.schema = schema
        self.origin = origin
        self.header = header
        names = NameResolver(context)
        known = schema.mode == .addition ? context.facts.registers.current(schema.id) : []
    }

    /// The columns of a schema as they are looked for in a sheet. Without its key a row is nobody's; without a
    /// required column no row is complete.
    static func header(of schema: RegisterSchema) -> HeaderPattern {
        HeaderPattern(columns(of: schema))
    }

    private static func columns(of schema: RegisterSchema) -> [SheetColumn] {
        schema.columns.map { column in
            SheetColumn(
                [column.name] + (column.name == column.name.lowercased() ? [] : [column.name.lowercased()]),
                isRequired: column.isRequired || schema.key.contains(column.name))
        }
    }

    /// Reads every row that is left.
    mutating func readAll(_ sheet: inout SheetReader, into findings: inout FindingList) -> [RegisterRow] {
        remarkMissingColumns(&findings)
        while sheet.next() {
            findings.open(line: sheet.line)
            let row = read(sheet, into: &findings)
            if findings.close(), let row {
                rows.add(row, line: row.origin.line, &findings)
            }
        }
        if sheet.reportFlaw(into: &findings) { findings.refuseLater(1) }
        EntityTwins(schema).map { $0.find(among: rows.taken, known: known, into: &findings) }
        if schema.mode == .snapshot, findings.refused > 0 {
            findings.add(Self.partial, line: nil)
        }
        return rows.taken
    }

    private mutating func read(_ sheet: SheetReader, into findings: inout FindingList) -> RegisterRow? {
        if let remark = sheet.shapeRemark(header.width) {
            findings.add(remark)
            return nil
        }
        var cells: [Cell] = []
        cells.reserveCapacity(schema.columns.count)
        var key: [String: String] = [:]
        for (column, position) in zip(schema.columns, header.positions) {
            let text = position.map { sheet.record[$0] } ?? ""
            guard let cell = CellReader.read(text, column, &names, &findings) else { continue }
            cells.append(cell)
            if schema.key.contains(column.name) { key[column.name] = Self.keyText(cell) }
        }
        guard cells.count == schema.columns.count else { return nil }
        let parts = schema.key.map { key[$0] ?? "" }
        guard parts.contains(where: { !$0.isEmpty }) else {
            let columns = schema.key.joined(separator: ", ")
            findings.add(
                .reject(
                    .keyMissing, zh: "没有填写编号（\(columns)），无法识别是哪一条：请补填。",
                    en: "the key (\(columns)) is empty, so nobody knows which entry this is: fill it in."),
                column: schema.key.first)
            return nil
        }
        return RegisterRow(
            register: schema.id, entity: parts.joined(separator: "\u{1F}"), cells: cells,
            recordedAt: origin.receivedAt, origin: origin.at(line: sheet.line))
    }

    private static func keyText(_ cell: Cell) -> String {
        switch cell {
        case .absent: ""
        case .text(let text): text
        case .date(let date): date.description
        case .number(let number): Int64(exactly: number).map(String.init) ?? "\(number)"
        case .bool(let flag): "\(flag)"
        case .unit(let unit): unit.text
        }
    }

    /// A register read without one of its columns would forget what the column says of every entity.
    private func remarkMissingColumns(_ findings: inout FindingList) {
        for (column, position) in zip(schema.columns, header.positions) where position == nil {
            findings.add(
                .doubt(
                    .columnMissing, zh: "缺少“\(column.name)”列，按全部未填处理：请在表头中加上它。",
                    en: "the column '\(column.name)' is missing, as if nobody had filled it in: add it to the header."),
                line: nil)
        }
    }

    /// A row that cannot be read is not a row that is gone: the ledger then strikes nothing off.
    private static let partial = Remark.doubt(
        .registerPartial, zh: "台账以全量报送而有行被退回：其余各行已采用，但未出现的条目暂不删除，请改正后重新报送整份文件。",
        en:
            "the register is sent as a whole and rows of it were refused: the others were taken, and no entry was struck "
            + "off for being absent; correct the rows and send the whole file again.")
}
