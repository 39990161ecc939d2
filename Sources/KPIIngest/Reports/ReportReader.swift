import KPICore

/// Reads reports in long form, row by row, to observations.
///
/// What can be judged by the row alone is judged here. What needs the figures known before (a cumulative figure that
/// falls, an outlier) is found when they are recorded.
struct ReportReader {
    private let context: IntakeContext
    private let origin: SheetOrigin
    private let dates: ReportDates
    private var names: NameResolver
    private var periods = PeriodReader()
    private var rows = DistinctRows<RevisionKey, Observation> {
        RevisionKey(key: $0.key, revision: $0.revision)
    } agree: {
        $0.agrees(with: $1)
    } subject: {
        $0.subject
    }
    private var sums: [SumStatement] = []

    /// What may stand in a file once only.
    private struct RevisionKey: Hashable {
        let key: Observation.Key
        let revision: Int
    }

    init(_ context: IntakeContext, _ origin: SheetOrigin) {
        self.context = context
        self.origin = origin
        dates = ReportDates(timetable: context.timetable, receivedAt: origin.receivedAt)
        names = NameResolver(context)
    }

    /// Reads every row that is left of a sheet.
    mutating func readAll(_ sheet: inout SheetReader, _ layout: ReportLayout, into findings: inout FindingList) {
        findings.columnNames = layout.names
        defer { findings.columnNames = [:] }
        while sheet.next() {
            if layout.figures.isEmpty {
                read(sheet, ReportRow(record: sheet.record, layout: layout), into: &findings)
            } else {
                readFigures(sheet, layout, into: &findings)
            }
        }
        if sheet.reportFlaw(into: &findings) { findings.refuseLater(1) }
    }

    /// The rows that may be taken, when all sheets were read; what is odd about them among the others, and among what
    /// was reported before, is told.
    mutating func finish(into findings: inout FindingList) -> [Observation] {
        let taken = rows.taken
        PastCheck(context, taken).check(rows.all, sums, into: &findings)
        settle(taken, &findings)
        return taken
    }

    /// What was open about a figure is settled by a row on it of which nothing odd is found.
    private func settle(_ taken: [Observation], _ findings: inout FindingList) {
        guard taken.contains(where: { context.facts.findings.speaks(of: $0.key.target) }) else { return }
        let odd = Set(findings.findings.filter { $0.action > .note }.compactMap(\.subject?.key))
        for row in taken where !odd.contains(row.key) {
            guard !context.facts.findings.open(row.key, asOf: row.submittedAt).isEmpty else { continue }
            findings.add(.settled, line: row.origin.line, subject: row.subject)
        }
    }

    /// A row with several figures: they are taken or refused one by one.
    private mutating func readFigures(
        _ sheet: SheetReader, _ layout: ReportLayout, into findings: inout FindingList
    ) {
        let row = ReportRow(record: sheet.record, layout: layout)
        if row.isTotal {
            findings.add(.totals, line: sheet.line)
            return
        }
        if row[.unit].isEmpty, layout.figures.allSatisfy({ sheet.record[$0.position].isEmpty }) {
            findings.add(.remarkRow, line: sheet.line)
            return
        }
        for figure in layout.figures {
            findings.columnNames[ReportColumn.value.name] = figure.header
            var row = row
            row.figure = figure
            read(sheet, row, into: &findings)
        }
    }

    private mutating func read(_ sheet: SheetReader, _ row: ReportRow, into findings: inout FindingList) {
        findings.open(line: sheet.line)
        let observation = observation(sheet, row, into: &findings)
        guard findings.close(), let observation else { return }
        rows.add(observation, line: sheet.line, &findings)
        if let statement = row.sumStatement(of: observation, line: sheet.line) { sums.append(statement) }
    }

    /// Nil for a row that is refused or says nothing of its own, such as a total.
    private mutating func observation(
        _ sheet: SheetReader, _ row: ReportRow, into findings: inout FindingList
    ) -> Observation? {
        if let remark = sheet.shapeRemark(row.layout.width) {
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
        checkReporter(unit.id, &findings)
        let submittedAt = dates.submission(row[.submittedAt], &findings)
        let written = dates.period(periods.read(row[.period]), submittedAt, &findings)
        let revision = row.revision(&findings)
        let basis = row.basis(&findings)
        let form = row.form(&findings)
        if let unit = unit.id, let lineage = found.id, let written {
            let target = context.edition(of: lineage, for: written)
            let period = PeriodReader.fit(written, to: target, form: form ?? target.form).period
            let key = Observation.Key(
                target: target.id, unit: unit, period: period, disaggregation: row.text(.disaggregation))
            findings.subject = Finding.Subject(key, at: submittedAt ?? origin.receivedAt)
        }
        guard let target = found.id.map({ context.edition(of: $0, for: written) }),
            let figures = row.figures.read(for: target, into: &findings)
        else { return nil }
        row.checkRevision(revision, figures, &findings)
        row.checkEvidence(of: figures, on: target, &findings)
        guard let unit = unit.id, let written, let revision, let basis, let submittedAt else { return nil }
        let ownForm = form ?? target.form
        guard let period = dates.fit(written, to: target, ownForm, revision, submittedAt, &findings) else {
            return nil
        }
        let key = Observation.Key(
            target: target.id, unit: unit, period: period, disaggregation: row.text(.disaggregation))
        if figures.isRetraction, revision == 0, !isKnown(key) {
            findings.add(.nothingToTakeBack, column: ReportColumn.value.name)
            return nil
        }
        return Observation(
            key: key, form: ownForm, value: figures.value, valueText: row.text(.value), numerator: figures.numerator,
            denominator: figures.denominator, basis: basis, revision: revision, submittedAt: submittedAt,
            submittedBy: row.text(.submittedBy), approvedBy: row.text(.approvedBy), evidence: row.text(.evidence),
            note: row.text(.note), isRetraction: figures.isRetraction, origin: origin.at(line: sheet.line))
    }

    /// Whether anything was ever reported on a figure.
    private func isKnown(_ key: Observation.Key) -> Bool {
        !(context.facts.reports.series(of: key.target, from: key.unit)?.revisions(of: key) ?? []).isEmpty
    }

    /// A unit speaks for itself and for those below it.
    private func checkReporter(_ unit: UnitID?, _ findings: inout FindingList) {
        guard let unit, let reporter = origin.reporter, !context.units.holds(unit, in: reporter) else { return }
        findings.add(.foreign(unit, reporter), column: ReportColumn.unit.name)
    }
}

extension Observation {
    /// What a finding about it is about.
    var subject: Finding.Subject { Finding.Subject(key, at: submittedAt) }
}

extension Remark {
    static let settled = Remark.note(
        .settled, zh: "此前存疑或被退回的该项数据已核清。", en: "what was open about this figure is settled.")

    static let nothingToTakeBack = Remark.reject(
        .revisionBad, zh: "没有报送过这一项，无可撤回：请核对指标、单位和期间。",
        en: "nothing was reported there that could be taken back: check the indicator, the unit and the period.")

    static let remarkRow = Remark.note(
        .titleRow, zh: "没有单位和数值的说明行，未读取。", en: "a remark without a unit or a figure; it was not read.")

    static func foreign(_ unit: UnitID, _ reporter: UnitID) -> Remark {
        .reject(
            .unitForeign, zh: "这是\(reporter)的报送，不能填写\(unit)的数值：请由\(unit)报送。",
            en: "this is sent by \(reporter), which cannot report for \(unit): let \(unit) send it.")
    }
}
