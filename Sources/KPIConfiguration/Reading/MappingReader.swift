package import Diagnostics
package import YAML

/// Reads the keys of one mapping and remembers which were asked for, so that all others can be refused.
///
/// Got from ``Shape/mapping(_:)``, which also ends the reading.
package final class MappingReader {
    package let node: YAMLNode
    package let collector: DiagnosticCollector
    private let entries: [YAMLEntry]
    private var known: [String] = []
    private var missing: [(key: String, wanted: String)] = []
    private var acceptsOthers = false

    init(_ field: Field, entries: [YAMLEntry]) {
        node = field.node
        collector = field.collector
        self.entries = entries
    }

    /// The value of a key that has to be there. Nil when it is not, or is not what it should be; either is reported.
    package func required<Value>(_ key: String, _ shape: Shape<Value>) -> Value? {
        guard let entry = entry(key) else {
            missing.append((key, shape.wanted))
            return nil
        }
        return shape.read(field(entry))
    }

    /// The value of a key that may be left out, or left empty. Nil also when it could not be read.
    package func optional<Value>(_ key: String, _ shape: Shape<Value>) -> Value? {
        guard let entry = entry(key), !entry.value.isNull else { return nil }
        return shape.read(field(entry))
    }

    package func optional<Value>(_ key: String, _ shape: Shape<Value>, default fallback: Value) -> Value {
        optional(key, shape) ?? fallback
    }

    /// Whether a key is there, whatever it says. This counts as asking for it.
    package func has(_ key: String) -> Bool { entry(key) != nil }

    /// Where the value of a key stands; the key's own place when it has none, the mapping's when it is not there.
    package func place(of key: String) -> Place {
        guard let entry = entries.first(where: { $0.key == key }) else { return start }
        return entry.value.span.isEmpty ? entry.keyPlace : entry.value.place
    }

    /// Where a key itself stands; the mapping's beginning when it is not there.
    package func keyPlace(of key: String) -> Place { entries.first { $0.key == key }?.keyPlace ?? start }

    /// Lets unknown keys pass; for when it cannot be told which are known, as the key that decides is itself wrong.
    package func acceptOtherKeys() { acceptsOthers = true }

    /// Whether somebody most likely meant one of these keys and misspelt it, which is told of the key itself.
    package func misspells(_ keys: [String]) -> Bool {
        entries.contains { !known.contains($0.key) && Suggestion.nearest(to: $0.key, in: keys) != nil }
    }

    private func entry(_ key: String) -> YAMLEntry? {
        if !known.contains(key) { known.append(key) }
        return entries.first { $0.key == key }
    }

    private func field(_ entry: YAMLEntry) -> Field {
        Field(entry.value, name: "'\(entry.key)'", collector: collector)
    }

    /// Where a mapping begins: its first key, or its bracket.
    private var start: Place {
        guard case .mapping(_, flow: false) = node.kind, let first = entries.first else {
            return Place(node.place.source, Span(node.span.lower, min(node.span.upper, node.span.lower + 1)))
        }
        return first.keyPlace
    }

    /// Reports missing and unknown keys. A misspelt key is both, and is reported once.
    func finish() {
        let unknown = acceptsOthers ? [] : entries.filter { !known.contains($0.key) }
        let free = known.filter { key in !entries.contains { $0.key == key } }
        var meant: Set<String> = []
        for entry in unknown {
            let nearest = Suggestion.nearest(to: entry.key, in: free) ?? Suggestion.nearest(to: entry.key, in: known)
            if let nearest { meant.insert(nearest) }
            let isCutNumber = entry.value.isNull && entry.key.utf8.allSatisfy { (0x30...0x39).contains($0) }
            let way = isCutNumber ? "a comma begins another entry: write the number without separators" : ""
            collector.report(
                "unknown-key", "unknown key '\(entry.key)'", at: entry.keyPlace,
                label: nearest.map { "did you mean '\($0)'?" } ?? way,
                notes: nearest == nil ? ["the keys here are \(known.joined(separator: ", "))"] : [])
        }
        for (key, wanted) in missing where !meant.contains(key) {
            collector.report(
                "missing-key", "'\(key)' is missing", at: start, label: "add '\(key): …', \(wanted)")
        }
    }
}
