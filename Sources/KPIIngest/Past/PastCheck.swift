import KPICore

/// Holds the figures of a file against each other and against what was reported before. What it finds puts a figure in
/// doubt and never refuses it: figures do fall, and months do differ.
struct PastCheck {
    private struct SeriesKey: Hashable {
        let target: TargetID
        let unit: UnitID
        let disaggregation: String

        init(_ key: Observation.Key) {
            (target, unit, disaggregation) = (key.target, key.unit, key.disaggregation)
        }
    }

    private let context: IntakeContext
    private let sent: [SeriesKey: [Observation]]
    private let lineages: [TargetID: Int]

    init(_ context: IntakeContext, _ taken: [Observation]) {
        self.context = context
        sent = Dictionary(grouping: taken) { SeriesKey($0.key) }
        lineages = Dictionary(context.lineages.all.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first
        }
    }

    /// `all` are the file's rows, those among them that contradict each other.
    func check(_ all: [Observation], _ sums: [SumStatement], into findings: inout FindingList) {
        for (key, rows) in Dictionary(grouping: all, by: { SeriesKey($0.key) }) {
            guard let lineage = lineages[key.target] else { continue }
            let series = series(key)
            for row in rows where !row.isRetraction {
                let target = context.edition(of: lineage, for: row.key.period)
                if contradicts(row) {
                    findings.add(.contradicted(), line: row.origin.line, subject: row.subject)
                }
                for remark in FigureCheck(row, target, series).remarks {
                    findings.add(
                        remark.remark, line: row.origin.line, column: remark.column.name, subject: row.subject)
                }
            }
        }
        for sum in sums { check(sum, into: &findings) }
    }

    /// Whether the ledger has another figure under the same revision.
    private func contradicts(_ row: Observation) -> Bool {
        guard row.revision > 0, let series = context.facts.reports.series(of: row.key.target, from: row.key.unit) else {
            return false
        }
        return series.revisions(of: row.key).contains { $0.revision == row.revision && !$0.agrees(with: Reading(row)) }
    }

    private func series(_ key: SeriesKey) -> PastSeries {
        let reported = context.facts.reports.series(of: key.target, from: key.unit)?.standing ?? []
        let entries = reported.filter { $0.disaggregation == key.disaggregation }.map { figure in
            PastSeries.Entry(
                period: figure.period, form: figure.reading.form, value: figure.reading.value,
                numerator: figure.reading.numerator, denominator: figure.reading.denominator)
        }
        return PastSeries(reported: entries, sent: sent[key] ?? [])
    }

    private func check(_ sum: SumStatement, into findings: inout FindingList) {
        guard let carried = sum.carried ?? self.carried(sum),
            abs(carried + sum.month - sum.cumulative) > Goal.tolerance
        else { return }
        findings.add(
            .sumDiffers(carried, sum.month, sum.cumulative), line: sum.line, column: ReportColumn.value.name,
            subject: sum.subject)
    }

    /// What the months before add up to, where all of them are known.
    private func carried(_ sum: SumStatement) -> Double? {
        guard let lineage = lineages[sum.key.target] else { return nil }
        let target = context.edition(of: lineage, for: sum.key.period)
        let before = series(SeriesKey(sum.key)).before(sum.key.period, in: target.window)
            .filter { $0.form == .delta && $0.period.length == sum.key.period.length }
        var expected = 0
        var period = sum.key.period.length.period(containing: target.window.first)
        while period < sum.key.period {
            expected += 1
            period = period.next
        }
        guard expected == before.count else { return nil }
        return before.reduce(0) { total, entry in total.flatMap { sum in entry.value?.lower.map { sum + $0 } } }
    }
}
