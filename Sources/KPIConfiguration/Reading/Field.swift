package import Diagnostics
package import YAML

/// A value about to be read: what stands there, what it is called in messages, and where to complain.
package struct Field {
    package let node: YAMLNode
    /// To begin a sentence: `'goal'`, `an entry of 'tags'`, `the file`.
    package let name: String
    package let collector: DiagnosticCollector

    package init(_ node: YAMLNode, name: String, collector: DiagnosticCollector) {
        self.node = node
        self.name = name
        self.collector = collector
    }

    /// Reports a mistake at the value. It gives nil, to be returned as the value that could not be read.
    package func refuse<Value>(
        _ id: Diagnostic.ID, _ message: String, label: String = "", notes: [String] = []
    ) -> Value? {
        collector.report(id, message, at: node.place, label: label, notes: notes)
        return nil
    }

    /// Reports that something else is written here than is wanted.
    package func refuseType<Value>(wanted: String, label: String = "") -> Value? {
        if node.isNull {
            return refuse("missing-value", "\(name) has no value", label: label.isEmpty ? "\(wanted) goes here" : label)
        }
        return refuse("wrong-type", "\(name) wants \(wanted), found \(found)", label: label)
    }

    /// The text written here in whatever style, as long as it is not nothing.
    package func scalar(wanted: String) -> YAMLScalar? {
        if let scalar = node.scalar, !scalar.isNull { return scalar }
        switch node.kind {
        case .mapping(_, flow: true):
            return refuseType(wanted: wanted, label: "text that begins with '{' goes in quotes")
        case .sequence(_, flow: true):
            return refuseType(wanted: wanted, label: "text that begins with '[' goes in quotes")
        default: return refuseType(wanted: wanted)
        }
    }

    /// The scalar written here without quotes, as numbers, dates and the like are written.
    package func plain(wanted: String) -> String? {
        guard let scalar = node.scalar, !scalar.isNull else { return refuseType(wanted: wanted) }
        switch scalar.style {
        case .plain: return scalar.text
        case .singleQuoted, .doubleQuoted: return refuseType(wanted: wanted, label: "remove the quotes")
        case .literal, .folded: return refuseType(wanted: wanted)
        }
    }

    var isScalar: Bool { node.scalar != nil }

    /// What is written here, in a few words.
    package var found: String {
        switch node.kind {
        case .sequence: return "a list"
        case .mapping: return "a mapping"
        case .unreadable: return "something unreadable"
        case .scalar(let scalar):
            switch scalar.style {
            case .plain: return scalar.isNull ? "nothing" : "'\(Self.shortened(scalar.text))'"
            case .singleQuoted, .doubleQuoted: return "the quoted text '\(Self.shortened(scalar.text))'"
            case .literal, .folded: return "a text block"
            }
        }
    }

    private static func shortened(_ text: String) -> String {
        let line = text.replacing("\n", with: " ")
        return line.count > 40 ? line.prefix(40) + "…" : line
    }
}
