import KPICore

/// Writes imported series as a file of `targets/`, in the words of KPIConfiguration's `Format.md`.
struct OpenSDGTargetsText {
    private let unit: UnitID
    private let section: String
    private var entries: [String] = []
    private(set) var remarks: [Label] = []

    init(unit: UnitID, section: String) {
        (self.unit, self.section) = (unit, section)
    }

    /// Why a series cannot be a target; nil where it has become one. `last` is the last year that has a figure.
    mutating func add(
        _ id: TargetID, _ indicator: OpenSDGIndicator, _ series: OpenSDGSeries, until last: Int?
    ) -> Label? {
        if series.target != nil, series.targetYear <= series.baseYear {
            return Label(
                zh: "\(id)：目标年份 \(series.targetYear) 不晚于基期 \(series.baseYear)，未导入",
                en: "\(id): left out: it is due in \(series.targetYear), and counted from \(series.baseYear)")
        }
        var limit = series.limit.flatMap { $0 == 0 ? nil : $0.magnitude }
        if limit != nil, series.target != nil {
            limit = nil
            remarks.append(
                Label(
                    zh: "\(id)：已有目标值，上限不起作用，未导入",
                    en: "\(id): its limit counts for nothing beside a target, and is left out"))
        }
        let end = max(last ?? series.baseYear, series.targetYear, series.baseYear + 1)
        let name = ([indicator.name] + series.traits).joined(separator: " / ")
        var lines = [
            "  - id: \(id)", "    label: \(Self.quoted(name))", "    kind: level", "    method: sdg-cagr",
            "    growth: {base_year: \(series.baseYear)\(limit.map { ", limit: \(Decimal.shortest($0))" } ?? "")}",
            "    window: {from: \(series.baseYear)-01-01, to: \(end)-12-31}", "    frequency: yearly",
            "    reporters: [\(unit)]",
        ]
        if let target = series.target {
            let side = series.isMoreBetter ? "at_least" : "at_most"
            lines.append("    goal: {\(side): \(Decimal.shortest(target)), due: \(series.targetYear)-12-31}")
        } else {
            lines.append("    direction: \(series.isMoreBetter ? "increase" : "decrease")")
        }
        if let unit = series.unit { lines.append("    unit_of_measure: \(Self.quoted(unit))") }
        entries.append(lines.joined(separator: "\n"))
        return nil
    }

    /// Windows are the targets' own; the year of the file is only what it asks for.
    var text: String {
        "section: \(Self.quoted(section))\n"
            + "window: {from: \(GrowthComponents.usualBaseYear)-01-01, to: \(GrowthComponents.usualTargetYear)-12-31}\n"
            + "targets:\n" + entries.map { $0 + "\n" }.joined()
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
