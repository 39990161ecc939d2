import Diagnostics
import KPICore
import YAML

extension Shape where Value == [RegisterSchema] {
    static var registers: Shape {
        .mapping("registers") { file in
            file.required("registers", .mapping(from: .identifier, to: .register))?.map { $0.value($0.key) }
        }
    }
}

extension Shape where Value == (String) -> RegisterSchema {
    fileprivate static var register: Shape {
        .mapping("a register") { register in
            let label = register.required("label", .label)
            let key = register.required("key", .oneOrMore(of: .located(.text)))
            let title = register.optional("title", .located(.text))
            let from = register.optional("from", .located(.text))
            let to = register.optional("to", .located(.text))
            let unit = register.optional("unit", .located(.text))
            let mode = register.optional("mode", .word(RegisterSchema.Mode.self), default: .snapshot)
            let known = register.optional("known_from", .located(.text))
            let columns = register.required("columns", .mapping(from: .text, to: .columnType))
            guard let columns else { return nil }
            let check = ColumnCheck(
                columns: columns.map { RegisterSchema.Column($0.key, $0.value.0, isRequired: $0.value.1) },
                collector: register.collector)
            for column in key ?? [] { check.find(column) }
            if let title { check.find(title) }
            for column in [from, to].compactMap({ $0 }) { check.find(column, .date) }
            if let unit { check.find(unit, .unit) }
            let knownFrom = knownFrom(known, else: from, check)
            return { id in
                RegisterSchema(
                    id: RegisterID(id), label: label ?? Label(id), columns: check.columns,
                    key: (key ?? []).map(\.value), title: title?.value, from: from?.value, to: to?.value,
                    unit: unit?.value, mode: mode, knownFrom: knownFrom)
            }
        }
    }
}

extension Shape where Value == (String) -> RegisterSchema {
    /// `upload`, `always`, or a column with a day; left out, the column of `from`.
    private static func knownFrom(
        _ known: Located<String>?, else from: Located<String>?, _ check: ColumnCheck
    ) -> RegisterSchema.KnownFrom {
        switch known?.value {
        case "upload": return .upload
        case "always": return .always
        case nil: return from.map { .column($0.value) } ?? .upload
        case let column?:
            if let known { check.find(known, .date, also: ["upload", "always"]) }
            return .column(column)
        }
    }
}

/// Looks up the columns that other keys of a register name.
private struct ColumnCheck {
    let columns: [RegisterSchema.Column]
    let collector: DiagnosticCollector

    /// `words` may stand in a column's place.
    func find(_ name: Located<String>, _ type: RegisterSchema.ColumnType? = nil, also words: [String] = []) {
        guard let column = columns.first(where: { $0.name == name.value }) else {
            collector.report(
                "unknown-column", "unknown column '\(name.value)'", at: name.place,
                label: Suggestion.label(for: name.value, in: words + columns.map(\.name)))
            return
        }
        if let type, column.type != type {
            collector.report(
                "wrong-type", "column '\(name.value)' is a \(column.type.rawValue), and a \(type.rawValue) is wanted",
                at: name.place)
        }
    }
}

extension Shape where Value == (RegisterSchema.ColumnType, Bool) {
    /// `date`, or `date!` for one that may not be empty.
    fileprivate static var columnType: Shape {
        let names = RegisterSchema.ColumnType.allCases.map(\.rawValue)
        return Shape("a type: \(names.joined(separator: ", "))") { field in
            guard let text = field.scalar(wanted: "a type")?.text else { return nil }
            let isRequired = text.hasSuffix("!")
            let name = isRequired ? String(text.dropLast()) : text
            if let type = RegisterSchema.ColumnType(rawValue: name) { return (type, isRequired) }
            let nearest = Suggestion.nearest(to: name, in: names)
            field.collector.report(
                "unknown-word", "unknown type '\(name)'", at: field.node.place,
                label: nearest.map { "did you mean '\($0)'?" } ?? "the types are \(names.joined(separator: ", "))")
            // The column is there all the same, and whoever names it is not wrong.
            return (nearest.flatMap(RegisterSchema.ColumnType.init) ?? .text, isRequired)
        }
    }
}
