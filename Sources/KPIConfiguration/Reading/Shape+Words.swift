import Diagnostics
import YAML

extension Shape {
    /// One of a closed list of words, which stand for values.
    package static func word(_ words: KeyValuePairs<String, Value>) -> Shape {
        word(of: words.map { ($0.key, $0.value) })
    }

    fileprivate static func word(of words: [(key: String, value: Value)]) -> Shape {
        let names = words.map(\.key)
        let wanted = names.count > 6 ? "one of \(names.count) words" : alternatives(names)
        return Shape(wanted) { field in
            guard let scalar = field.scalar(wanted: wanted) else { return nil }
            if let found = words.first(where: { $0.key == scalar.text }) { return found.value }
            let nearest =
                Suggestion.nearest(to: scalar.text, in: names)
                ?? names.first { $0.lowercased() == scalar.text.lowercased() }
            let all = "the words here are \(names.joined(separator: ", "))"
            return field.refuse(
                "unknown-word", "unknown word \(field.found) for \(field.name)",
                label: nearest.map { "did you mean '\($0)'?" } ?? all, notes: nearest == nil ? [] : [all])
        }
    }
}

private func alternatives(_ names: [String]) -> String {
    names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " or " + names[names.count - 1]
}

extension Shape where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of the cases, by its raw value.
    package static func word(_ type: Value.Type) -> Shape {
        word(of: Value.allCases.map { ($0.rawValue, $0) })
    }
}

extension Shape where Value == Bool {
    /// `true` or `false`, and none of the other words that YAML once took for them.
    package static var boolean: Shape {
        let wanted = "true or false"
        return Shape(wanted) { field in
            guard let text = field.plain(wanted: wanted) else { return nil }
            switch text.lowercased() {
            case "true" where text == "true": return true
            case "false" where text == "false": return false
            case "true", "yes", "y", "on", "1", "是": return field.refuseType(wanted: wanted, label: "write 'true'")
            case "false", "no", "n", "off", "0", "否": return field.refuseType(wanted: wanted, label: "write 'false'")
            default: return field.refuseType(wanted: wanted)
            }
        }
    }
}
