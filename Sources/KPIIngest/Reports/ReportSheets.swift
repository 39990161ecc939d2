import KPICore

/// Goes through the sheets of a file of reports, and finds out of each how it is laid out and what it is about.
struct ReportSheets {
    private let context: IntakeContext
    private let limits: IntakeLimits
    private let name: FileName
    private let reporter: UnitID?

    init(_ context: IntakeContext, _ limits: IntakeLimits, _ name: FileName, _ reporter: UnitID?) {
        (self.context, self.limits, self.name, self.reporter) = (context, limits, name, reporter)
    }

    /// False where there is no sheet of reports among them, or one of which nobody knows what it is about.
    func read(
        _ sheets: [SheetText], with reader: inout ReportReader, into findings: inout FindingList
    ) -> Bool {
        let shown = sheets.filter { !$0.isHidden }
        for hidden in sheets where hidden.isHidden { findings.add(hidden.remarks.filter { $0.line == nil }) }
        var first: FindingList?
        var isAnyRead = false
        var rows = 0
        for sheet in shown {
            var trial = findings
            if shown.count > 1 { trial.sheet = sheet.name }
            trial.add(sheet.remarks)
            var rowsOfSheet = SheetReader(sheet, limits: limits)
            guard let layout = layout(of: sheet, &rowsOfSheet, &trial) else {
                first = first ?? trial
                if shown.count > 1 { findings.add(.unreadSheet(sheet.name ?? ""), line: nil) }
                continue
            }
            findings = trial
            reader.readAll(sheet, &rowsOfSheet, layout, into: &findings)
            findings.sheet = nil
            isAnyRead = true
            rows += rowsOfSheet.rows
        }
        guard isAnyRead else {
            if let first { findings = first }
            if sheets.isEmpty || shown.isEmpty { findings.add(.nothing, line: nil) }
            return false
        }
        guard rows > 0 || findings.refused > 0 else {
            findings.add(.noRows, line: nil)
            return false
        }
        return true
    }

    private func layout(
        of sheet: SheetText, _ rows: inout SheetReader, _ findings: inout FindingList
    ) -> ReportLayout? {
        let finder = LayoutFinder(context, file: name.name, sheet: sheet.name, reporter: reporter)
        guard var layout = finder.find(in: &rows, into: &findings) else { return nil }
        if layout.figures.isEmpty, !layout.has(.value), !(layout.has(.numerator) && layout.has(.denominator)) {
            findings.add(.noValueColumn, line: rows.line)
            return nil
        }
        if !layout.has(.unit), let reporter { layout.fixed[ReportColumn.unit.rawValue] = reporter.text }
        guard layout.has(.period) || givePeriod(to: &layout, from: [sheet.name ?? ""] + rows.titles, rows, &findings)
        else { return nil }
        return layout
    }

    /// What a sheet without a column of periods is about: its titles, its name or the file's say so, and all that do must
    /// say the same.
    private func givePeriod(
        to layout: inout ReportLayout, from titles: [String], _ rows: SheetReader, _ findings: inout FindingList
    ) -> Bool {
        var periods: [Period] = []
        for text in titles + [name.name] {
            for period in PeriodInText.all(in: text) where !periods.contains(period) { periods.append(period) }
        }
        guard let period = periods.first, periods.count == 1 else {
            findings.add(periods.isEmpty ? .noPeriod : .severalPeriods(periods), line: rows.line)
            return false
        }
        findings.add(.periodOfSheet(period), line: nil)
        layout.fixed[ReportColumn.period.rawValue] = period.description
        return true
    }
}

extension Remark {
    fileprivate static func unreadSheet(_ name: String) -> Remark {
        .note(
            .sheetUnread, zh: "工作表“\(excerpted(name))”不是报表，未读取。",
            en: "the sheet '\(excerpted(name))' is no report and was not read.")
    }

    fileprivate static let noPeriod = Remark.reject(
        .periodBad, zh: "表中没有期间列，标题和文件名中也没有期间：请在标题或文件名中写明，如2021年6月或2021-06。",
        en: "no column says the period, nor does a title or the file's name: write it there, as 2021-06.")

    fileprivate static func severalPeriods(_ periods: [Period]) -> Remark {
        let list = periods.map(\.description).joined(separator: ", ")
        return .reject(
            .periodBad, zh: "标题和文件名中的期间不一致（\(list)）：请改正后重新报送。",
            en: "titles and the file's name speak of different periods (\(list)): correct them and send it again.")
    }

    fileprivate static func periodOfSheet(_ period: Period) -> Remark {
        .note(
            .periodForm, zh: "全表按标题或文件名中的期间\(period)读取。",
            en: "the whole sheet was read as of \(period), as its title or the file's name says.")
    }
}
