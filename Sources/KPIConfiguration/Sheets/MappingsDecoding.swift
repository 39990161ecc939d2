import Diagnostics
import KPICore

extension Shape where Value == [SheetMapping] {
    /// The file `mappings.yaml`.
    static func mappings(_ names: SheetNames) -> Shape {
        .mapping("mappings of sheets") { file in
            file.required("mappings", .list(of: .located(.sheetMapping(names)))).map { mappings in
                var known: [String: Place] = [:]
                for mapping in mappings {
                    if let first = known.updateValue(mapping.place, forKey: mapping.value.id) {
                        file.collector.report(
                            "duplicate-mapping", "a second mapping '\(mapping.value.id)'", at: mapping.place,
                            notes: ["the first is at \(first.description)"])
                    }
                }
                return mappings.map(\.value)
            }
        }
    }
}

extension Shape where Value == SheetMapping {
    fileprivate static func sheetMapping(_ names: SheetNames) -> Shape {
        .mapping("a mapping of a sheet") { mapping in
            let id = mapping.required("id", .identifier)
            let files = mapping.required("files", .oneOrMore(of: .text))
            let sheet = mapping.optional("sheet", .text)
            let columns = mapping.optional("columns", .mapping(from: .reportColumn, to: .text), default: [])
            let fixed = mapping.optional(
                "fixed", .mapping(from: .located(.reportColumn), to: .located(.text)), default: [])
            let figures = mapping.optional("figures", .mapping(from: .text, to: .figureColumn(names)), default: [])
            let ignored = mapping.optional("ignore", .oneOrMore(of: .text), default: [])
            for pair in fixed { names.check(pair.value, as: pair.key.value, mapping.collector) }
            let given = Set(columns.map(\.key)).union(fixed.map(\.key.value))
            if !mapping.has("figures"),
                !given.contains(.target) || !given.contains(.value) && !given.contains(.numerator)
            {
                mapping.collector.report(
                    "no-figures", "the mapping finds no figure", at: mapping.place(of: "columns"),
                    label: "name columns of figures under 'figures', or the columns 'indicator' and 'value'")
            }
            guard let id, let files else { return nil }
            return SheetMapping(
                id: id, files: files, sheet: sheet,
                columns: Dictionary(columns.map { ($0.key, $0.value) }) { first, _ in first },
                fixed: Dictionary(fixed.map { ($0.key.value, $0.value.value) }) { first, _ in first },
                figures: figures.map {
                    SheetMapping.Figure(header: $0.key, target: $0.value.target, role: $0.value.role)
                },
                ignored: ignored)
        }
    }
}

extension Shape where Value == ReportColumn {
    /// A column by its own name, as `submitted_by`.
    fileprivate static var reportColumn: Shape {
        Shape("the name of a column of a report") { field in
            guard let name = Shape<String>.text.read(field) else { return nil }
            let all = ReportColumn.allCases
            if let column = all.first(where: { $0.name == name }) { return column }
            return field.refuse(
                "unknown-column", "a report has no column '\(name)'",
                label: Suggestion.label(for: name, in: all.map(\.name)),
                notes: ["its columns are \(all.map(\.name).joined(separator: ", "))"])
        }
    }
}

/// What a column of figures is: its target, and what its cells are to it.
struct WrittenFigureColumn {
    let target: TargetID
    let role: SheetMapping.Role
}

extension Shape where Value == WrittenFigureColumn {
    /// The id of a target, or `{target: ID, form: carried}`.
    fileprivate static func figureColumn(_ names: SheetNames) -> Shape {
        Shape("the id of a target") { field in
            if field.isScalar {
                return names.target.read(field).map { WrittenFigureColumn(target: $0, role: .figure(nil)) }
            }
            let mapping = Shape.mapping("a column of figures") { column in
                let target = column.required("target", names.target)
                let role = column.optional(
                    "form",
                    .word([
                        "delta": SheetMapping.Role.figure(.delta), "cumulative": .figure(.cumulative),
                        "level": .figure(.level), "carried": .carried,
                    ]), default: .figure(nil))
                return target.map { WrittenFigureColumn(target: $0, role: role) }
            }
            return mapping.read(field)
        }
    }
}
