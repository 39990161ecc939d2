import KPICore

/// Makes a sheet of objects: each a row, its members the cells under their names.
struct ObjectSheet {
    private var names: [String] = []
    private var places: [String: Int] = [:]
    private var rows: [(cells: [Int: String], line: Int)] = []
    private(set) var remarks: [PlacedRemark] = []
    private let limits: IntakeLimits

    init(limits: IntakeLimits) {
        self.limits = limits
    }

    /// `shared` are members that hold for every row and were written once; a row's own go before them.
    mutating func add(_ object: JSON, shared: [JSON.Member] = [], line: Int) {
        guard case .object(let members) = object else {
            remarks.append(PlacedRemark(Self.noObject, line: line))
            return
        }
        var cells: [Int: String] = [:]
        for member in shared + members {
            guard let cell = Self.text(member.value) else {
                remarks.append(PlacedRemark(Self.nested(member.name), line: line))
                return
            }
            guard let place = place(of: member.name) else {
                remarks.append(PlacedRemark(Self.tooManyNames(limits.columns), line: line))
                return
            }
            cells[place] = cell
        }
        rows.append((cells, line))
    }

    private mutating func place(of name: String) -> Int? {
        if let known = places[name] { return known }
        guard names.count < limits.columns else { return nil }
        places[name] = names.count
        names.append(name)
        return names.count - 1
    }

    /// A cell as a spreadsheet would hold it; nil for what has parts of its own.
    private static func text(_ value: JSON) -> String? {
        switch value {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        case .number(let number): Decimal.shortest(number)
        case .string(let text): text
        case .array, .object: nil
        }
    }

    func sheet() -> SheetText {
        var text = CSVWriter.plain(names)
        var lines = [rows.first?.line ?? 1]
        for row in rows {
            text += CSVWriter.plain(names.indices.map { row.cells[$0] ?? "" })
            lines.append(row.line)
        }
        var sheet = SheetText(Array(text.utf8))
        sheet.lines = lines
        sheet.remarks = remarks
        return sheet
    }

    private static let noObject = Remark.reject(
        .notJSON, zh: "此处不是对象：请把每一行写成 {\"indicator\": …, \"unit\": …} 的形式。",
        en: "this is no object: write each row as {\"indicator\": …, \"unit\": …}.")

    private static func nested(_ name: String) -> Remark {
        .reject(
            .notJSON, zh: "“\(excerpted(name))”的值是列表或对象：单元格只能是文字、数字、true、false或null。",
            en:
                "the value of '\(excerpted(name))' is a list or an object: a cell is a text, a number, true, false or null."
        )
    }

    private static func tooManyNames(_ limit: Int) -> Remark {
        .reject(.limit, zh: "超过\(limit)个不同的列名。", en: "there are more than \(limit) different names of columns.")
    }
}
