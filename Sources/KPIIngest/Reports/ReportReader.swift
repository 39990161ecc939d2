import KPICore

/// Reads reports in long form, row by row, to observations.
///
/// What can be judged by the row alone is judged here. What needs the figures known before (a cumulative figure that
/// falls, an outlier) is found when they are recorded.
struct ReportReader {
    private let context: IntakeContext
    private let origin: SheetOrigin
    private let positions: [Int?]
    private let width: Int
    private let dates: ReportDates
    private var names: NameResolver
    private var periods = PeriodReader()

    /// What may stand in a file once only.
    private struct RevisionKey: Hashable {
        let key: Observation.Key
        let revision: Int
    }

    init(_ context: IntakeContext, _ origin: SheetOrigin, _ header: SheetHeader) {
        self.context = context
        self.origin = origin
        positions = header.positions
        width = header.width
        dates = ReportDates(timetable: context.timetable, receivedAt: origin.receivedAt)
        names = NameResolver(context)
    }

    /// Reads every row that is left.
    mutating func readAll(_ sheet: inout SheetReader, into findings: inout FindingList) -> [Observation] {
        var rows = DistinctRows<RevisionKey, Observation> {
            RevisionKey(key: $0.key, revision: $0.revision)
        } agree: {
            $0.agrees(with: $1)
        }
        while sheet.next() {
            findings.open(line: sheet.record.line)
            let observation = read(sheet, into: &findings)
            if findings.close(), let observation {
                rows.add(observation, line: observation.origin.line, &findings)
            }
        }
        if sheet.reportFlaw(into: &findings) { findings.refuseLater(1) }
        return rows.taken
    }

    /// Nil for a row that is refused or says nothing of its own, such as a total.
    private mutating func read(_ sheet: SheetReader, into findings: inout FindingList) -> Observation? {
        let row = ReportRow(record: sheet.record, positions: positions)
        if let remark = sheet.shapeRemark(width) {
            findings.add(remark)
            return nil
        }
        guard row.isFreeOfFormulas(&findings) else { return nil }

        let unit = names.unit(row[.unit])
        let found = names.target(row[.target])
        if unit.id == nil || found.id == nil, row.isTotal {
            findings.add(.totals)
            return nil
        }
        if let remark = unit.remark { findings.add(remark, column: ReportColumn.unit.name) }
        if let remark = found.remark { findings.add(remark, column: ReportColumn.target.name) }
        let submittedAt = dates.submission(row[.submittedAt], &findings)
        let written = dates.period(periods.read(row[.period]), submittedAt, &findings)
        let revision = row.revision(&findings)
        let basis = row.basis(&findings)
        let form = row.form(&findings)
        guard let target = found.id.map({ context.edition(of: $0, for: written) }),
            let figures = row.figures.read(for: target, into: &findings)
        else { return nil }
        row.checkRevision(revision, figures, &findings)
        guard let unit = unit.id, let written, let revision, let basis, let submittedAt else { return nil }
        let ownForm = form ?? target.form
        guard let period = dates.fit(written, to: target, ownForm, revision, submittedAt, &findings) else {
            return nil
        }
        return Observation(
            key: .init(target: target.id, unit: unit, period: period, disaggregation: row.text(.disaggregation)),
            form: ownForm, value: figures.value, valueText: row.text(.value), numerator: figures.numerator,
            denominator: figures.denominator, basis: basis, revision: revision, submittedAt: submittedAt,
            submittedBy: row.text(.submittedBy), approvedBy: row.text(.approvedBy), evidence: row.text(.evidence),
            note: row.text(.note), isRetraction: figures.isRetraction, origin: origin.at(line: sheet.record.line))
    }
}
