import Diagnostics
import KPICore
import YAML

extension Shape where Value == Matchers {
    /// `{severity: [critical, warning], unit: 任城区, rule: {not: report-late}}`: all of it holds. Nothing: every alert.
    static func matchers(_ names: AlertNames) -> Shape {
        .mapping("which alerts") { when in
            Matchers(
                Matchers.Field.allCases.compactMap { field in
                    when.optional(field.rawValue, .matcher(field, names))
                })
        }
    }

    /// The same where every alert cannot be meant.
    static func someAlerts(_ names: AlertNames) -> Shape {
        Shape("which alerts, such as {rule: …}") { field in
            if case .mapping(let entries, _) = field.node.kind, entries.isEmpty {
                return field.refuse(
                    "bad-value", "\(field.name) would mean every alert", label: "say which, such as {rule: …}")
            }
            return matchers(names).read(field)
        }
    }
}

extension Shape where Value == Matchers.Matcher {
    /// A name, a list of them, or `{not: …}` around either.
    fileprivate static func matcher(_ kind: Matchers.Field, _ names: AlertNames) -> Shape {
        let values = Shape<[String]>.values(of: kind, names)
        return Shape("\(values.wanted), or {not: …}") { field in
            if case .mapping = field.node.kind {
                return Shape.mapping { reader in
                    reader.required("not", values).map { Matchers.Matcher(kind, $0, isNegated: true) }
                }.read(field)
            }
            return values.read(field).map { Matchers.Matcher(kind, $0) }
        }
    }
}

extension Shape where Value == [String] {
    fileprivate static func values(of kind: Matchers.Field, _ names: AlertNames) -> Shape {
        let values = Shape.oneOrMore(of: .value(of: kind, names))
        return Shape(values.wanted) { field in
            if case .sequence(let nodes, _) = field.node.kind, nodes.isEmpty {
                return field.refuse("bad-value", "\(field.name) is an empty list", label: "leave it out for any")
            }
            return values.read(field)
        }
    }
}

extension Shape where Value == String {
    fileprivate static func value(of kind: Matchers.Field, _ names: AlertNames) -> Shape {
        if kind == .severity { return Shape<Severity>.word(Severity.self).map(\.rawValue) }
        return Shape("a \(kind.rawValue)") { field in
            Shape.text.read(field).flatMap { names.find($0, kind, isPattern: true, field) }
        }
    }
}
