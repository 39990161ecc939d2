package import KPICore

/// The sheet that a unit fills in for a period: a row for each figure that is asked of it, and a place for the value.
package struct BlankSheet: Sendable {
    private let headers: [String]
    private let rows: [[String]]
    private let language: Language

    /// Nil where nothing is asked of the unit for the period.
    ///
    /// - Parameter period: of targets that are reported more often, all periods within it; of those that are reported less
    ///   often, the one that ends with it.
    package init?(for unit: Unit, _ period: Period, _ catalog: Catalog, in language: Language) {
        let asked = Self.asked(of: unit, period, IntakeContext(catalog))
        guard !asked.isEmpty else { return nil }
        let hasRatios = asked.contains { $0.target.kind == .ratio }
        let columns = ReportColumn.allCases.filter { column in
            switch column {
            case .target, .unit, .period, .form, .value, .measureUnit, .evidence, .note: true
            case .numerator, .denominator: hasRatios
            default: false
            }
        }
        self.language = language
        var headers = columns.map { $0.header(in: language) }
        headers.insert(language == .zh ? "指标名称（参考）" : "label", at: 1)
        self.headers = headers
        rows = asked.map { asked in
            var cells = columns.map { asked.cell($0, unit, language) }
            cells.insert(asked.target.label[language], at: 1)
            return cells
        }
    }

    /// CSV in UTF-8 with a byte-order mark, as spreadsheets want it, and CRLF.
    package var csv: String {
        "\u{FEFF}" + CSVWriter.record(headers) + rows.map(CSVWriter.record).joined()
    }

    /// An XLSX workbook.
    package func workbook() throws(WorkbookWritingFlaw) -> [UInt8] {
        let name = language == .zh ? "报送" : "report"
        var writer = WorkbookWriter(
            sheet: name,
            columns: headers.enumerated().map { place, header in
                WorkbookWriter.Column(header, width: place == 1 ? 36 : 14, isText: true)
            })
        for row in rows { writer.append(row.map { $0.isEmpty ? .empty : .text($0) }) }
        let (title, lines) = language == .zh ? ("填表说明", Self.chinese) : ("how to", Self.english)
        writer.explain(
            sheet: title, columns: [WorkbookWriter.Column(title, width: 90)], rows: lines.map { [$0] })
        return try writer.bytes()
    }

    private static let chinese = [
        "只填数值（比率填分子、分母）、佐证材料和备注，其他各列不要改。", "没有发生请填0；空着表示没有报送。",
        "可填“130余”“1.2万”“77%”等写法。更正以前的数：在备注中说明原因，重新报送即可。",
    ]
    private static let english = [
        "Fill in the values (of ratios the numerator and denominator), evidence and notes; leave the other columns alone.",
        "Write 0 where nothing happened; an empty value is a figure that was not sent.",
        "To correct a figure, send it again with the reason as a note.",
    ]

    private static func asked(of unit: Unit, _ period: Period, _ context: IntakeContext) -> [AskedFigure] {
        context.lineages.all.indices.flatMap { lineage -> [AskedFigure] in
            let target = context.edition(of: lineage, for: period)
            // What a register tells may be asked for all the same, to hold the two against each other.
            if case .reporting = target.source { return [] }
            guard target.reporters.contains(unit.id), let length = target.frequency.period else { return [] }
            let last = length.period(containing: period.last)
            let periods =
                last.last > period.last ? [] : last.first < period.first ? [last] : length.periods(in: period.range)
            return periods.filter { target.window.contains($0.last) }.map { AskedFigure(target: target, period: $0) }
        }
    }
}

/// A figure that is asked of a unit.
private struct AskedFigure {
    let target: Target
    let period: Period

    func cell(_ column: ReportColumn, _ unit: Unit, _ language: Language) -> String {
        switch column {
        case .target: target.id.text
        case .unit: language == .zh ? unit.label.zh : unit.id.text
        case .period: period.description
        case .form: language == .zh ? form : target.form.rawValue
        case .measureUnit: target.unitOfMeasure
        default: ""
        }
    }

    private var form: String {
        switch target.form {
        case .delta: "本期"
        case .cumulative: "累计"
        case .level: "期末"
        }
    }
}

extension ReportColumn {
    /// What it is called in sheets for people: one of the names by which it is known when the sheet comes back.
    fileprivate func header(in language: Language) -> String {
        guard language == .zh else { return name }
        return otherNames.first { $0.unicodeScalars.contains { $0.value > 0x7F } } ?? name
    }
}
