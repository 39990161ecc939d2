import Diagnostics
import KPICore

// What a target asks of the units.

extension TargetReader {
    func allocation(_ kind: Kind?, _ goal: GoalText?) -> [UnitID: Double] {
        let mistakes = keys.collector.diagnostics.count
        let pairs = keys.optional(
            "allocation", .mapping(from: .unit(in: context.units), to: .located(.figure)), default: [])
        var allocation: [UnitID: Double] = [:]
        for pair in pairs {
            let unit = context.units.units[pair.key]
            if let kind { check(pair.value, kind) }
            if pair.key == UnitTree.root {
                keys.collector.report(
                    "bad-value", "'\(unit.id)' is the whole, whose goal is the target's own", at: pair.keyPlace)
            } else if allocation.updateValue(pair.value.value.value, forKey: unit.id) != nil {
                keys.collector.report("duplicate-unit", "'\(unit.id)' has two shares", at: pair.keyPlace)
            }
        }
        if !pairs.isEmpty, let goal, goal.goal.value == nil {
            keys.collector.report(
                "bad-value", "there is no number in the goal that could be shared out",
                at: keys.keyPlace(of: "allocation"))
        }
        // A sum without the shares that could not be read says nothing.
        if kind == .count, keys.collector.diagnostics.count == mistakes { checkSum(pairs, goal?.goal) }
        return allocation
    }

    /// Parts that do not make up the whole are told, not refused: some share out more than is asked.
    private func checkSum(_ pairs: [Pair<Int, Located<Figure>>], _ goal: Goal?) {
        guard !pairs.isEmpty, let whole = goal?.value else { return }
        let given = Set(pairs.map(\.key))
        let sum = pairs.filter { pair in !isBelowAnother(pair.key, given) }.reduce(0) { $0 + $1.value.value.value }
        if abs(sum - whole) > Goal.tolerance {
            keys.collector.report(
                "allocation-sum",
                "the shares sum to \(Decimal.shortest(sum)), the goal is \(Decimal.shortest(whole))",
                severity: .warning, at: keys.place(of: "allocation"))
        }
    }

    private func isBelowAnother(_ unit: Int, _ others: Set<Int>) -> Bool {
        var parent = context.units.parents[unit]
        while let index = parent {
            if others.contains(index) { return true }
            parent = context.units.parents[index]
        }
        return false
    }

    /// Those that are named, else those with a share of what is reported.
    func reporters(_ allocation: [UnitID: Double], _ source: Source?) -> [UnitID] {
        if let named = keys.optional("reporters", .reporters(in: context.units)) { return named }
        guard case .reports = source else { return [] }
        return context.units.units.map(\.id).filter { allocation[$0] != nil }
    }

    func exemptions(_ reporters: [UnitID]) -> [Exemption] {
        let mistakes = keys.collector.diagnostics.count
        let given = keys.optional("exempt", .list(of: .exemption(in: context.units)), default: [])
        guard keys.collector.diagnostics.count == mistakes else { return [] }
        for exemption in given where !reporters.contains(exemption.value.unit) {
            keys.collector.report(
                "not-a-reporter", "'\(exemption.value.unit)' is not asked to report", at: exemption.place,
                label: reporters.isEmpty ? "nobody is: add 'reporters:'" : "it is none of the target's reporters")
        }
        return given.map(\.value)
    }

    func aggregate(_ kind: Kind?, _ rows: Rows) -> Aggregate? {
        let countsDistinct = rows.measure?.distinct != nil
        guard let given = keys.optional("aggregate", .located(.aggregate(in: context.units))) else {
            return countsDistinct && (kind == .count || kind == .level) ? .distinctUnion : nil
        }
        if let kind, let objection = given.value.objection(of: kind, countsDistinct: countsDistinct) {
            keys.collector.report("bad-aggregate", objection.message, at: given.place, label: objection.wayOut)
        }
        return given.value
    }
}

extension Shape where Value == Located<Exemption> {
    /// `{unit: north, from: 2021-03-01, to: 2021-05-31, reason: …}`, at the place of its unit.
    fileprivate static func exemption(in units: UnitTree) -> Shape {
        .mapping("an exemption") { exemption in
            let unit = exemption.required("unit", .located(.unit(in: units)))
            let from = exemption.optional("from", .day)
            let to = exemption.optional("to", .day)
            let reason = exemption.optional("reason", .text, default: "")
            guard let unit else { return nil }
            if let from, let to, to < from {
                exemption.collector.report("bad-value", "'to' lies before 'from'", at: exemption.place(of: "to"))
            }
            return Located(
                Exemption(unit: units.units[unit.value].id, from: from, to: to, reason: reason), at: unit.place)
        }
    }
}
