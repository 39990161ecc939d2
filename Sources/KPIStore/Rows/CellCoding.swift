internal import KPICore

/// How the cells of a register row stand in the ledger: an object by column name, so that a register whose columns
/// are added, taken away or put in another order reads its old rows rightly. Absent cells are left out; text,
/// numbers and truths are JSON's own, the rest says what it is: `{"date":"2021-03-01"}`, `{"unit":"370811"}`.
extension [Cell] {
    func stored(columns: [RegisterSchema.Column]) -> String {
        let members = zip(columns, self).compactMap { column, cell in
            cell.json.map { JSON.Member(column.name, $0) }
        }
        return JSON.object(members).compact
    }

    /// In the order of the columns; nil when the text is not what ``stored(columns:)`` writes.
    init?(stored json: JSON, columns: [RegisterSchema.Column]) {
        guard case .object(let members) = json else { return nil }
        self = []
        reserveCapacity(columns.count)
        for column in columns {
            guard let value = members.first(where: { $0.name == column.name })?.value else {
                append(.absent)
                continue
            }
            guard let cell = Cell(value) else { return nil }
            append(cell)
        }
    }
}

extension Cell {
    fileprivate var json: JSON? {
        switch self {
        case .absent: nil
        case .text(let text): .string(text)
        case .date(let date): .object([JSON.Member("date", .string(date.description))])
        case .number(let number):
            // JSON has no such number; the word is what `Double` reads again.
            number.isFinite ? .number(number) : .object([JSON.Member("number", .string("\(number)"))])
        case .bool(let bool): .bool(bool)
        case .unit(let unit): .object([JSON.Member("unit", .string(unit.text))])
        }
    }

    fileprivate init?(_ json: JSON) {
        switch json {
        case .string(let text): self = .text(text)
        case .number(let number): self = .number(number)
        case .bool(let bool): self = .bool(bool)
        case .object(let members):
            guard members.count == 1, let member = members.first else { return nil }
            switch member.name {
            case "date":
                guard let date = member.value.text.flatMap({ LocalDate($0) }) else { return nil }
                self = .date(date)
            case "unit":
                guard let unit = member.value.text else { return nil }
                self = .unit(UnitID(unit))
            case "number":
                guard let number = member.value.text.flatMap({ Double($0) }) else { return nil }
                self = .number(number)
            default: return nil
            }
        case .null, .array: return nil
        }
    }
}
