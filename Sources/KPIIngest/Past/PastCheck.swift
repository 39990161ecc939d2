import KPICore

/// Holds the figures of a file against each other and against what was reported before. What it finds puts a figure in
/// doubt and never refuses it: figures do fall, and months do differ.
struct PastCheck {
    private let context: IntakeContext
    private let sent: SentFigures
    private let lineages: [TargetID: Int]

    /// - Parameter sent: settled.
    init(_ context: IntakeContext, _ sent: SentFigures) {
        self.context = context
        self.sent = sent
        lineages = Dictionary(context.lineages.all.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first
        }
    }

    func check(_ sums: [SumStatement], into findings: inout FindingList) {
        let statements = Dictionary(grouping: sums) { SeriesKey($0.key) }
        var subject: ReportBatch.Subject?
        var reported: ReportSeries?
        var known: [String: [PastSeries.Entry]] = [:]
        for stretch in sent.series {
            let key = SeriesKey(sent.key(Int(sent.order[stretch.lowerBound])))
            guard let lineage = lineages[key.target] else { continue }
            if sent.subject(of: Int(sent.order[stretch.lowerBound])) != subject {
                subject = ReportBatch.Subject(target: key.target, unit: key.unit)
                reported = context.facts.reports.series(of: key.target, from: key.unit)
                known = [:]
                reported?.forEachStanding { known[$1, default: []].append(PastSeries.Entry($2, on: $0)) }
            }
            let series = PastSeries(known[key.disaggregation] ?? [], sent, stretch)
            for place in sent.order[stretch] where sent.isFirst(Int(place)) {
                check(Int(place), lineage, reported, series, &findings)
            }
            for sum in statements[key] ?? [] { check(sum, lineage, series, &findings) }
        }
    }

    private struct SeriesKey: Hashable {
        let target: TargetID
        let unit: UnitID
        let disaggregation: String

        init(_ key: Observation.Key) {
            (target, unit, disaggregation) = (key.target, key.unit, key.disaggregation)
        }
    }

    private func check(
        _ place: Int, _ lineage: Int, _ reported: ReportSeries?, _ series: PastSeries,
        _ findings: inout FindingList
    ) {
        let reading = sent.readings[place]
        guard !reading.isRetraction else { return }
        if let reported, contradicts(reading, sent.key(place), reported) {
            findings.add(.contradicted(), line: sent.line(place), subject: sent.about(place))
        }
        let period = sent.readings.period(at: place)
        let target = context.edition(of: lineage, for: period)
        let check = FigureCheck(reading, period, isExplained: sent.isExplained(place), target, series)
        for remark in check.remarks {
            findings.add(
                remark.remark, line: sent.line(place), column: remark.column.name, subject: sent.about(place))
        }
    }

    /// Whether the ledger has another figure under the same revision.
    private func contradicts(_ reading: Reading, _ key: Observation.Key, _ reported: ReportSeries) -> Bool {
        guard reading.revision > 0 else { return false }
        return reported.revisions(of: key).contains {
            $0.revision == reading.revision && !$0.agrees(with: reading)
        }
    }

    private func check(
        _ sum: SumStatement, _ lineage: Int, _ series: PastSeries, _ findings: inout FindingList
    ) {
        guard let carried = sum.carried ?? carried(sum, lineage, series),
            abs(carried + sum.month - sum.cumulative) > Goal.tolerance
        else { return }
        findings.add(
            .sumDiffers(carried, sum.month, sum.cumulative), line: sum.line, column: ReportColumn.value.name,
            subject: sum.subject)
    }

    /// What the months before add up to, where all of them are known.
    private func carried(_ sum: SumStatement, _ lineage: Int, _ series: PastSeries) -> Double? {
        let target = context.edition(of: lineage, for: sum.key.period)
        let before = series.before(sum.key.period, in: target.window)
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
