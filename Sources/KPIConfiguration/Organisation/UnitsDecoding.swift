import Diagnostics
import KPICore

extension Shape where Value == UnitTree {
    static var unitTree: Shape {
        .mapping("units") { file in
            let collector = file.collector
            guard let given = file.required("units", .list(of: .located(.unit))) else { return nil }
            switch UnitTree.build(given.map(\.value)) {
            case .success(let tree): return tree
            case .failure(let failure):
                for flaw in failure.flaws { report(flaw, given, at: file.place(of: "units"), collector) }
                return UnitTree.salvaged(from: given.map(\.value))
            }
        }
    }

    private static func report(
        _ flaw: UnitTree.Flaw, _ given: [Located<Unit>], at file: Place, _ collector: DiagnosticCollector
    ) {
        func place(_ id: UnitID) -> Place { given.last { $0.value.id == id }?.place ?? file }
        switch flaw {
        case .empty:
            collector.report("no-units", "there is no unit", at: file, label: "list at least one")
        case .duplicate(let id):
            collector.report("duplicate-unit", "the unit '\(id)' is given twice", at: place(id))
        case .unknownParent(let child, let parent):
            collector.report(
                "unknown-unit", "unknown parent '\(parent)' of '\(child)'", at: place(child),
                label: Suggestion.label(for: parent.text, in: given.map(\.value.id.text)))
        case .severalRoots(let roots):
            let all = roots.map(\.text).joined(separator: ", ")
            for root in roots.dropFirst() {
                collector.report(
                    "several-roots", "a second unit without a parent: '\(root)'", at: place(root),
                    label: "give all but one a parent", notes: ["units without a parent: \(all)"])
            }
        case .cycle(let id):
            collector.report("unit-cycle", "'\(id)' is its own ancestor", at: place(id))
        case .ambiguousName(let name, let first, let second):
            collector.report(
                "ambiguous-name", "'\(name)' would mean '\(first)' and '\(second)'", at: place(second),
                label: "give one of them another label or alias")
        }
    }
}

extension Shape where Value == Unit {
    fileprivate static var unit: Shape {
        .mapping("a unit") { unit in
            let id = unit.required("id", .identifier)
            let parent = unit.optional("parent", .identifier)
            let label = unit.required("label", .label)
            let level = unit.optional("level", .text, default: "")
            let functional = unit.optional("functional", .boolean, default: false)
            let from = unit.optional("active_from", .day)
            let to = unit.optional("active_to", .day)
            let aliases = unit.optional("aliases", .oneOrMore(of: .text), default: [])
            let formerly = unit.optional("formerly", .oneOrMore(of: .located(.identifier)), default: [])
            guard let id else { return nil }
            if let from, let to, to < from {
                unit.collector.report(
                    "bad-value", "'active_to' lies before 'active_from'", at: unit.place(of: "active_to"))
            }
            for name in formerly where name.value == id {
                unit.collector.report("bad-value", "'\(id)' is what the unit is called now", at: name.place)
            }
            return Unit(
                id: UnitID(id), parent: parent.map { UnitID($0) }, label: label ?? Label(id), level: level,
                isFunctional: functional, activeFrom: from, activeTo: to, aliases: aliases,
                formerly: formerly.map { UnitID($0.value) }.filter { $0.text != id })
        }
    }
}

extension UnitTree {
    /// The units of a list that is no tree, all below the first: enough to look up the names that targets use, so that
    /// their mistakes show in the same run. Names that several units have are left out.
    fileprivate static func salvaged(from given: [Unit]) -> UnitTree? {
        var ids: Set<UnitID> = []
        let distinct = given.filter { ids.insert($0.id).inserted }
        guard let root = distinct.first(where: { $0.parent == nil }) ?? distinct.first else { return nil }
        let bearers = Dictionary(grouping: distinct.flatMap(\.names) + ids.map(\.text)) { $0 }
        let units = distinct.map { unit in
            Unit(
                id: unit.id, parent: unit.id == root.id ? nil : root.id, label: Label(unit.id.text), level: unit.level,
                aliases: unit.names.filter { $0 != unit.id.text && bearers[$0]?.count == 1 }.sorted())
        }
        return try? UnitTree.build(units).get()
    }
}
