@testable import KPICore

extension KindWorld {
    /// More of what is told, as a further figure or row or as a greater one: for a gate, more that breaks it.
    mutating func more() {
        if isReported, let any = reports.randomElement(using: &random) {
            let last = reports.filter { $0.key == any.key }.max { $0.revision < $1.revision } ?? any
            let parts = last.numerator.flatMap { top in last.denominator.map { (numerator: top + 1, denominator: $0) } }
            reports.append(
                Samples.report(
                    from: last.key.unit, on: last.key.period.description, last.value?.lower.map { $0 + amount() },
                    part: last.key.disaggregation, form: target.form, of: parts, revision: last.revision + 1,
                    at: "2021-01-09T00:00:00Z"))
            return
        }
        let at = moment("2020-12-02T00:00:00Z").adding(seconds: Int64(rows.count)).utc
        let unit = Self.reporters.randomElement(using: &random)
        switch (kind, target.composition) {
        case (.ratio, _), (.checklist, .rows):
            let row = rows.randomElement(using: &random) ?? rows[0]
            guard let cells = row.cells, case .date(let on) = cells[2] else { return }
            // What it already was, and done as well.
            rows.append(
                Samples.deed(
                    row.entity, on: on.description, in: cells[4].unit, due: cells[6].text,
                    done: "2021-01-01", owner: "Li", verified: "Wu", at: at))
        case (.level, _), (.rank, _):
            let any = rows.randomElement(using: &random) ?? rows[0]
            let row = rows.last { $0.entity == any.entity } ?? any
            guard let cells = row.cells, case .number(let before) = cells[5] else { return }
            rows.append(
                Samples.deed(
                    row.entity, on: cells[2].text, in: cells[4].unit, amount: before + amount(), at: at))
        default:
            rows.append(
                Samples.deed(
                    "\(rows.count)", on: date(), part: Self.names.randomElement(using: &random), in: unit,
                    amount: amount()))
        }
    }
}

extension Cell {
    fileprivate var unit: UnitID? { if case .unit(let id) = self { id } else { nil } }
}
