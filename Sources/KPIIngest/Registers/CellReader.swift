import KPICore

/// Reads a cell of a register by its column's type.
enum CellReader {
    /// Nil where it is refused; the findings then say why. An empty cell is absent.
    static func read(
        _ text: String, _ column: RegisterSchema.Column, _ names: inout NameResolver, _ findings: inout FindingList
    ) -> Cell? {
        let written = trimmed(text)
        guard !written.isEmpty else {
            guard column.isRequired else { return .absent }
            findings.add(.empty("“\(column.name)”", "'\(column.name)'"), column: column.name)
            return nil
        }
        if column.type != .number, FormulaCell.isFormula(written) {
            findings.add(.formula(written), column: column.name)
            return nil
        }
        let (cell, remark) = read(written, as: column.type, &names)
        if let remark { findings.add(remark, column: column.name) }
        return cell
    }

    private static func read(
        _ text: String, as type: RegisterSchema.ColumnType, _ names: inout NameResolver
    ) -> (Cell?, Remark?) {
        switch type {
        case .text: return (.text(text), nil)
        case .date:
            let (date, remark) = DateReader.read(text)
            return (date.map(Cell.date), remark)
        case .unit:
            let found = names.unit(text)
            return (found.id.map(Cell.unit), found.remark)
        case .number: return number(text)
        case .bool: return bool(text)
        }
    }

    private static func number(_ text: String) -> (Cell?, Remark?) {
        switch ValueReader.read(text) {
        case .empty: return (.absent, nil)
        case .refused(let remark): return (nil, remark)
        case .value(let reading):
            if reading.quantity.isExact, let exact = reading.quantity.lower {
                return (.number(exact), reading.remarks.max { $0.action < $1.action })
            }
            guard let lower = reading.quantity.lower else {
                return (
                    nil,
                    .reject(
                        .approximate, zh: "“\(excerpted(text))”没有下限：台账中请填写确数。",
                        en: "'\(excerpted(text))' has no lower bound: a register wants the exact number.")
                )
            }
            return (
                .number(lower),
                .doubt(
                    .approximate, zh: "“\(excerpted(text))”是约数，按下限计：台账中请填写确数。",
                    en:
                        "'\(excerpted(text))' is not exact and counts as its lower bound: a register wants the exact number."
                )
            )
        }
    }

    private static func bool(_ text: String) -> (Cell?, Remark?) {
        switch FoldedText(text).text.lowercased() {
        case "true", "yes", "y", "1", "是", "有", "√", "✓", "✔": (.bool(true), nil)
        case "false", "no", "n", "0", "否", "无", "×", "✗": (.bool(false), nil)
        default:
            (
                nil,
                .reject(
                    .boolBad, zh: "“\(excerpted(text))”不是是或否：请填是或否。",
                    en: "'\(excerpted(text))' is neither yes nor no: write one of them.")
            )
        }
    }
}
