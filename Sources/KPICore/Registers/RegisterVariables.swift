package import CEL

/// The names that a filter over a register may use: its columns, and `ref`, the judged day.
package enum RegisterVariables {
    /// Slots are the schema's columns in their order, then `ref`. Dates are timestamps at local midnight. The timetable
    /// is for ``RegisterFunctions``.
    package static func environment(of schema: RegisterSchema, _ timetable: Timetable) -> Environment {
        let columns = schema.columns.map { Declaration($0.name, type(of: $0.type)) }
        return Environment(
            columns + [Declaration("ref", .timestamp)], functions: RegisterFunctions.all(timetable), options: .rules)
    }

    private static func type(of column: RegisterSchema.ColumnType) -> ValueType {
        switch column {
        case .text, .unit: .string
        case .date: .timestamp
        case .number: .double
        case .bool: .bool
        }
    }

    /// Binds the columns of a row that programs read. An absent cell has no value; what depends on it is neither true nor
    /// false, and so does not count.
    static func bind(
        _ cells: [Cell], _ slots: [Int], of schema: RegisterSchema, in frame: inout Frame, timetable: Timetable
    ) {
        for slot in slots where slot < cells.count {
            switch cells[slot] {
            case .absent: frame.setUnknown(slot, attribute: schema.columns[slot].name)
            case .text(let text): frame.set(slot, string: text)
            case .unit(let unit): frame.set(slot, string: unit.text)
            case .number(let number): frame.set(slot, double: number)
            case .bool(let bool): frame.set(slot, bool: bool)
            case .date(let date): frame.set(slot, midnight(date, timetable))
            }
        }
    }

    static func midnight(_ date: LocalDate, _ timetable: Timetable) -> Value {
        Timestamp(seconds: timetable.start(of: date).seconds).map { .timestamp($0) } ?? .null
    }
}
