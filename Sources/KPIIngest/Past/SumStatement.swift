import KPICore

/// What a sheet says beside a figure of what it adds up to.
struct SumStatement {
    let subject: Finding.Subject
    let line: Int
    /// What had come about before the period; nil where the sheet does not say.
    let carried: Double?
    let month: Double
    let cumulative: Double

    var key: Observation.Key { subject.key }
}

extension ReportRow {
    /// Nil where the sheet says nothing of a sum, or not in exact numbers.
    func sumStatement(of observation: Observation, line: Int) -> SumStatement? {
        guard let sum = figure?.sum, let month = exact(sum.month), let cumulative = exact(sum.cumulative) else {
            return nil
        }
        return SumStatement(
            subject: observation.subject, line: line, carried: sum.carried.flatMap(exact), month: month,
            cumulative: cumulative)
    }

    private func exact(_ position: Int) -> Double? {
        guard case .value(let reading) = ValueReader.read(record[position]), reading.quantity.isExact else {
            return nil
        }
        return reading.quantity.lower
    }
}
