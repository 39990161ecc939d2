/// A CEL map: entries in the order they were written, so that going through them is the same in every process.
package final class MapValue: Sendable {
    package struct Entry: Sendable {
        package let key: Value
        package let value: Value

        package init(key: Value, value: Value) {
            self.key = key
            self.value = value
        }
    }

    /// Why entries do not make a map.
    enum Refusal: Error {
        case key(Value)
        case repeated(Value)
    }

    package let entries: [Entry]
    private let index: [MapKey: Int]

    package var count: Int { entries.count }

    init(_ entries: [Entry]) throws(Refusal) {
        var index: [MapKey: Int] = [:]
        index.reserveCapacity(entries.count)
        for (offset, entry) in entries.enumerated() {
            guard let key = MapKey(entry.key) else { throw .key(entry.key) }
            guard index.updateValue(offset, forKey: key) == nil else { throw .repeated(entry.key) }
        }
        self.entries = entries
        self.index = index
    }

    /// A map from names to values, in the order given; of a repeated name, the last value counts.
    package init(_ pairs: [(String, Value)]) {
        var index: [MapKey: Int] = [:]
        var entries: [Entry] = []
        for (name, value) in pairs {
            let entry = Entry(key: .string(name), value: value)
            if let place = index[.string(ExactString(name))] {
                entries[place] = entry
            } else {
                index[.string(ExactString(name))] = entries.count
                entries.append(entry)
            }
        }
        self.entries = entries
        self.index = index
    }

    package subscript(key key: Value) -> Value? {
        guard let key = MapKey(lookingFor: key), let place = index[key] else { return nil }
        return entries[place].value
    }

    package subscript(_ name: String) -> Value? {
        index[.string(ExactString(name))].map { entries[$0].value }
    }
}
