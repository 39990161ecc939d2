import Diagnostics
import KPICore

/// The names that a mapping may use, as far as the other files are right: where they are not, nothing is said to be
/// unknown.
struct SheetNames {
    let units: UnitTree?
    let targets: Lineages?

    /// The id of a target, or one that it had before.
    var target: Shape<TargetID> {
        let targets = targets
        return Shape("the id of a target") { field in
            guard let name = Shape<String>.text.read(field) else { return nil }
            guard let targets else { return TargetID(name) }
            let all = targets.all
            let found =
                all.first { $0.id.text == name } ?? all.first { $0.formerly.contains { $0.text == name } }
            if let found { return found.id }
            return field.refuse(
                "unknown-target", "unknown target '\(name)'",
                label: Suggestion.label(for: name, in: all.map(\.id.text)))
        }
    }

    /// A cell that stands for every row is looked at as it would be in a sheet.
    func check(_ text: Located<String>, as column: ReportColumn, _ collector: DiagnosticCollector) {
        switch column {
        case .unit:
            guard let units, units.index(named: text.value) == nil else { return }
            collector.report(
                "unknown-unit", "unknown unit '\(text.value)'", at: text.place,
                label: Suggestion.label(for: text.value, in: units.knownNames))
        case .target:
            guard let targets, !targets.all.contains(where: { $0.id.text == text.value }) else { return }
            collector.report(
                "unknown-target", "unknown target '\(text.value)'", at: text.place,
                label: Suggestion.label(for: text.value, in: targets.all.map(\.id.text)))
        case .period:
            guard Period(text.value) == nil else { return }
            collector.report(
                "bad-value", "'\(text.value)' is no period", at: text.place,
                label: "write one such as 2021-09 or 2021Q3")
        case .form:
            guard Form(rawValue: text.value) == nil else { return }
            collector.report(
                "unknown-word", "unknown form '\(text.value)'", at: text.place,
                label: "the forms are delta, cumulative and level")
        default: return
        }
    }
}
