import Diagnostics
import KPICore
import YAML

/// The names by which alerts can be told apart, as far as the other files are right: where they are not, nothing is
/// said to be unknown.
struct AlertNames {
    private let units: UnitTree?
    private let known: [Matchers.Field: [String]]
    /// Targets under the names they had before.
    private let former: [String: String]

    init(units: UnitTree?, rules: [RuleID]?, targets: Lineages?) {
        self.units = units
        var known: [Matchers.Field: [String]] = [:]
        known[.unit] = units?.units.map(\.id.text)
        known[.rule] = rules.map { ($0 + OwnAlert.rules.sorted()).map(\.text) }
        known[.target] = targets?.all.map(\.id.text)
        let all = targets?.targets
        known[.section] = all.map { $0.flatMap { [$0.section.id, $0.section.label.zh, $0.section.label.en] }.distinct }
        known[.owner] = all.map { $0.flatMap(\.owners).distinct }
        known[.tag] = all.map { $0.flatMap(\.tags).distinct }
        self.known = known
        let names = (targets?.all ?? []).flatMap { lineage in lineage.formerly.map { ($0.text, lineage.id.text) } }
        former = Dictionary(names) { first, _ in first }
    }

    /// The name by which alerts know what is meant: a unit may be called by a label or an alias. Nil when there is no
    /// such thing, which is reported.
    ///
    /// - Parameter isPattern: whether `*` stands for any letters.
    func find(_ text: String, _ kind: Matchers.Field, isPattern: Bool, _ field: Field) -> String? {
        guard let known = known[kind] else { return text }
        if isPattern, text.contains("*") {
            if !known.contains(where: { Matchers.matches($0, pattern: text) }) {
                field.collector.report(
                    "matches-nothing", "no \(kind.rawValue) matches '\(text)'", severity: .warning,
                    at: field.node.place)
            }
            return text
        }
        if kind == .unit, let units {
            if let index = units.index(named: text) { return units.units[index].id.text }
        } else if known.contains(text) {
            return text
        }
        return reportUnknown(text, kind, field)
    }

    private func reportUnknown(_ text: String, _ kind: Matchers.Field, _ field: Field) -> String? {
        let candidates = (kind == .unit ? units?.knownNames : known[kind]) ?? []
        let id: Diagnostic.ID
        switch kind {
        case .rule: id = "unknown-rule"
        case .target: id = "unknown-target"
        case .unit: id = "unknown-unit"
        case .section: id = "unknown-section"
        case .owner, .tag:
            // Words that targets may begin to use tomorrow, and stop using.
            field.collector.report(
                kind == .owner ? "unknown-owner" : "unknown-tag", "no target has the \(kind.rawValue) '\(text)'",
                severity: .warning, at: field.node.place, label: Suggestion.label(for: text, in: candidates))
            return text
        case .scope, .severity: return text
        }
        let now = kind == .target ? former[text] : nil
        return field.refuse(
            id, "unknown \(kind.rawValue) '\(text)'",
            label: now.map { "it is called '\($0)' now" } ?? Suggestion.label(for: text, in: candidates))
    }
}

extension [String] {
    /// Each once, in order, and none that is empty.
    fileprivate var distinct: [String] {
        var seen: Set<String> = [""]
        return filter { seen.insert($0).inserted }
    }
}
