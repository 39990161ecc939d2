import Diagnostics
import YAML

extension Shape {
    /// A mapping read key by key. Keys that `read` does not ask for are refused. `meaning` says what it stands for, as
    /// `a target`, where it is missing.
    package static func mapping(
        _ meaning: String = "a mapping", _ read: @escaping (MappingReader) -> Value?
    ) -> Shape {
        Shape(meaning) { field in
            guard case .mapping(let entries, _) = field.node.kind else {
                return field.refuseType(wanted: "a mapping", label: colonHint(field))
            }
            let reader = MappingReader(field, entries: entries)
            let value = read(reader)
            reader.finish()
            return value
        }
    }

    /// Somebody who writes `目标：5` or `goal:5` meant a mapping.
    private static func colonHint(_ field: Field) -> String {
        guard let scalar = field.node.scalar, scalar.style == .plain else { return "" }
        if scalar.text.contains("：") { return "'：' is the full-width colon; write ': '" }
        if scalar.text.contains(":") { return "write a space after ':'" }
        return ""
    }

    /// A list. Entries that could not be read are reported and left out; the others are given.
    package static func list<Element>(of element: Shape<Element>) -> Shape where Value == [Element] {
        let wanted = "a list"
        return Shape(wanted) { field in
            guard case .sequence(let nodes, _) = field.node.kind else {
                let isScalar = field.node.scalar.map { !$0.isNull } ?? false
                return field.refuseType(
                    wanted: wanted, label: isScalar ? "begin it with '- ', or write it in '[ ]'" : "")
            }
            return nodes.compactMap {
                element.read(Field($0, name: "an entry of \(field.name)", collector: field.collector))
            }
        }
    }

    /// A list, or one entry alone.
    package static func oneOrMore<Element>(of element: Shape<Element>) -> Shape where Value == [Element] {
        Shape("\(element.wanted) or a list") { field in
            if case .sequence = field.node.kind { return Shape.list(of: element).read(field) }
            return element.read(field).map { [$0] }
        }
    }

    /// A mapping whose keys are names, in the order of the file. Entries that could not be read are left out.
    package static func mapping<Key, Element>(
        from key: Shape<Key>, to element: Shape<Element>
    ) -> Shape where Value == [Pair<Key, Element>] {
        Shape("a mapping") { field in
            guard case .mapping(let entries, _) = field.node.kind else {
                return field.refuseType(wanted: "a mapping", label: colonHint(field))
            }
            return entries.compactMap { entry in
                let keyNode = YAMLNode(
                    .scalar(YAMLScalar(entry.key, style: .plain, at: entry.keyPlace)), at: entry.keyPlace)
                let name = key.read(Field(keyNode, name: "a key of \(field.name)", collector: field.collector))
                let value = element.read(Field(entry.value, name: "'\(entry.key)'", collector: field.collector))
                guard let name, let value else { return nil }
                return Pair(key: name, keyPlace: entry.keyPlace, value: value)
            }
        }
    }
}
