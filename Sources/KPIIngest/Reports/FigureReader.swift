import KPICore

/// Reads the rows of sheets to observations, each by itself. Two walks over the same sheets find the same.
struct FigureReader {
    private let context: IntakeContext
    private let origin: SheetOrigin
    private let dates: ReportDates
    private var names: NameResolver
    private var periods = PeriodReader()
    /// How many figures were looked at, those that are refused or say nothing of their own among them: a file is read
    /// twice, and by their numbers the second walk knows them again.
    private(set) var looked = 0

    init(_ context: IntakeContext, _ origin: SheetOrigin) {
        self.context = context
        self.origin = origin
        dates = ReportDates(timetable: context.timetable, receivedAt: origin.receivedAt)
        names = NameResolver(context)
    }

    /// Reads every row that is left of a sheet.
    ///
    /// - Parameters:
    ///   - isWanted: whether to read the figure of a number; those that are not are passed over.
    ///   - take: called with each figure that is in order, its row and its number.
    mutating func readAll(
        _ sheet: inout SheetReader, _ layout: ReportLayout, into findings: inout FindingList,
        where isWanted: (Int) -> Bool = { _ in true },
        take: (Observation, ReportRow, Int, inout FindingList) throws -> Void
    ) rethrows {
        findings.columnNames = layout.names
        defer { findings.columnNames = [:] }
        while sheet.next() {
            var row = ReportRow(record: sheet.record, layout: layout)
            guard !layout.figures.isEmpty else {
                try read(sheet, row, &findings, isWanted, take)
                continue
            }
            if let remark = row.unreadRemark {
                findings.add(remark, line: sheet.line)
                continue
            }
            for figure in layout.figures {
                findings.columnNames[ReportColumn.value.name] = figure.header
                row.figure = figure
                try read(sheet, row, &findings, isWanted, take)
            }
        }
        if sheet.reportFlaw(into: &findings) { findings.refuseLater(1) }
    }

    private mutating func read(
        _ sheet: SheetReader, _ row: ReportRow, _ findings: inout FindingList, _ isWanted: (Int) -> Bool,
        _ take: (Observation, ReportRow, Int, inout FindingList) throws -> Void
    ) rethrows {
        let number = looked
        looked += 1
        guard isWanted(number) else { return }
        findings.open(line: sheet.line)
        let observation = observation(sheet, row, into: &findings)
        guard findings.close(), let observation else { return }
        try take(observation, row, number, &findings)
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
        row.checkBasis(basis, on: target, &findings)
        row.checkEvidence(of: figures, on: target, &findings)
        guard let unit = unit.id, let written, let revision, let basis, let submittedAt else { return nil }
        let ownForm = form ?? target.form
        guard let period = dates.fit(written, to: target, ownForm, revision, submittedAt, &findings) else {
            return nil
        }
        return Observation(
            key: Observation.Key(
                target: target.id, unit: unit, period: period, disaggregation: row.text(.disaggregation)),
            form: ownForm, value: figures.value, valueText: row.text(.value), numerator: figures.numerator,
            denominator: figures.denominator, basis: basis, revision: revision, submittedAt: submittedAt,
            submittedBy: row.text(.submittedBy), approvedBy: row.text(.approvedBy), evidence: row.text(.evidence),
            note: row.text(.note), isRetraction: figures.isRetraction, origin: origin.at(line: sheet.line))
    }

    /// A unit speaks for itself and for those below it.
    private func checkReporter(_ unit: UnitID?, _ findings: inout FindingList) {
        guard let unit, let reporter = origin.reporter, !context.units.holds(unit, in: reporter) else { return }
        findings.add(.foreign(unit, reporter), column: ReportColumn.unit.name)
    }
}

extension Remark {
    static func foreign(_ unit: UnitID, _ reporter: UnitID) -> Remark {
        .reject(
            .unitForeign, zh: "这是\(reporter)的报送，不能填写\(unit)的数值：请由\(unit)报送。",
            en: "this is sent by \(reporter), which cannot report for \(unit): let \(unit) send it.")
    }
}
