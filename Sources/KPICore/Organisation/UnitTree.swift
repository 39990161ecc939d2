/// All units under one root, as flat arrays in an order where each parent comes before its children.
package struct UnitTree: Sendable {
    /// What keeps a list of units from being a tree.
    package enum Flaw: Error, Hashable {
        case empty
        case duplicate(UnitID)
        case unknownParent(of: UnitID, UnitID)
        case severalRoots([UnitID])
        case cycle(UnitID)
        case ambiguousName(String, UnitID, UnitID)
    }

    package let units: [Unit]
    /// Index of each unit's parent; the root's is nil.
    package let parents: [Int?]
    package let children: [[Int]]
    private let index: [UnitID: Int]
    private let names: [String: Int]

    /// Reports every flaw. Siblings keep the order in which they are given.
    package static func build(_ given: [Unit]) -> Result<UnitTree, Flaws> {
        var flaws: [Flaw] = given.isEmpty ? [.empty] : []
        var known: [UnitID: Int] = [:]
        for (position, unit) in given.enumerated() {
            if known.updateValue(position, forKey: unit.id) != nil { flaws.append(.duplicate(unit.id)) }
        }
        for unit in given {
            if let parent = unit.parent, known[parent] == nil {
                flaws.append(.unknownParent(of: unit.id, parent))
            }
        }
        let roots = given.filter { $0.parent == nil }
        if roots.count > 1 { flaws.append(.severalRoots(roots.map(\.id))) }
        guard flaws.isEmpty else { return .failure(Flaws(flaws: flaws)) }

        let ordered = depthFirst(given, from: roots)
        if ordered.count < given.count {
            let reached = Set(ordered.map(\.id))
            flaws += given.filter { !reached.contains($0.id) }.prefix(1).map { .cycle($0.id) }
        }
        let names = names(of: ordered, flaws: &flaws)
        guard flaws.isEmpty else { return .failure(Flaws(flaws: flaws)) }
        return .success(UnitTree(ordered, names: names))
    }

    package struct Flaws: Error {
        package let flaws: [Flaw]
    }

    private init(_ units: [Unit], names: [String: Int]) {
        self.units = units
        self.names = names
        let index = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1.id, $0) })
        self.index = index
        parents = units.map { $0.parent.flatMap { index[$0] } }
        var children = [[Int]](repeating: [], count: units.count)
        for (child, parent) in parents.enumerated() {
            if let parent { children[parent].append(child) }
        }
        self.children = children
    }

    package static let root = 0

    package subscript(id: UnitID) -> Unit? { index[id].map { units[$0] } }

    package func index(of id: UnitID) -> Int? { index[id] }

    /// Whether a unit is another one, or lies below it. One that the tree does not hold is itself alone.
    package func holds(_ unit: UnitID, in above: UnitID) -> Bool {
        guard unit != above else { return true }
        var index = index[unit]
        while let below = index {
            if units[below].id == above { return true }
            index = parents[below]
        }
        return false
    }

    /// Ids that were given up, each with the one that took its place.
    package var formerly: [UnitID: UnitID] {
        Dictionary(uniqueKeysWithValues: units.flatMap { unit in Set(unit.formerly).map { ($0, unit.id) } })
    }

    /// Finds a unit by its id, one that it had before, a label or an alias, exactly as written.
    package func index(named name: String) -> Int? { index[UnitID(name)] ?? names[name] }

    /// Every name by which a unit may be called, for suggestions.
    package var knownNames: [String] { units.map(\.id.text) + names.keys.sorted() }

    private static func depthFirst(_ units: [Unit], from roots: [Unit]) -> [Unit] {
        let children = Dictionary(grouping: units.filter { $0.parent != nil }) { $0.parent ?? $0.id }
        var ordered: [Unit] = []
        var stack = roots
        while let unit = stack.popLast() {
            ordered.append(unit)
            stack += (children[unit.id] ?? []).reversed()
        }
        return ordered
    }

    private static func names(of units: [Unit], flaws: inout [Flaw]) -> [String: Int] {
        let ids = Set(units.map(\.id.text))
        var names: [String: Int] = [:]
        for (position, unit) in units.enumerated() {
            for name in unit.names.sorted() where name != unit.id.text {
                if ids.contains(name) {
                    flaws.append(.ambiguousName(name, UnitID(name), unit.id))
                } else if let other = names.updateValue(position, forKey: name), other != position {
                    flaws.append(.ambiguousName(name, units[other].id, unit.id))
                }
            }
        }
        return names
    }
}

extension Unit {
    /// Every name it may be called by, but for its id.
    package var names: Set<String> { Set([label.zh, label.en] + aliases + formerly.map(\.text)) }
}
