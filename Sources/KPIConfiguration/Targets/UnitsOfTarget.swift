import Diagnostics
import KPICore
import YAML

extension Shape where Value == Int {
    /// A unit by its id, a label or an alias, as its index.
    static func unit(in units: UnitTree) -> Shape {
        Shape("a unit") { field in
            guard let name = Shape<String>.text.read(field) else { return nil }
            if let index = units.index(named: name) { return index }
            return field.refuse(
                "unknown-unit", "unknown unit '\(name)'", label: Suggestion.label(for: name, in: units.knownNames))
        }
    }
}

extension Shape where Value == [UnitID] {
    /// A list of units, or `{level: county}` for all units of a level.
    static func reporters(in units: UnitTree) -> Shape {
        Shape("a list of units, or {level: …}") { field in
            guard case .mapping = field.node.kind else {
                return Shape<[Int]>.oneOrMore(of: .unit(in: units)).read(field)?.map { units.units[$0].id }
            }
            return Shape.mapping("a level") { level in
                guard let name = level.required("level", .located(.text)) else { return nil }
                let found = units.units.filter { $0.level == name.value }.map(\.id)
                if found.isEmpty {
                    level.collector.report(
                        "unknown-level", "no unit has the level '\(name.value)'", at: name.place,
                        label: Suggestion.label(for: name.value, in: Set(units.units.map(\.level)).sorted()))
                }
                return found
            }.read(field)
        }
    }
}
