import KPICore

/// Finds out how a sheet of reports is laid out: as a mapping says that is meant for it, in long form, or wide, with a
/// column for each target.
struct LayoutFinder {
    private enum Kind {
        case mapped(SheetMapping), long, wide
    }

    private let context: IntakeContext
    private let kinds: [Kind]
    private let reporter: UnitID?

    /// - Parameters:
    ///   - file: its name without folders.
    ///   - sheet: the sheet's name in a workbook.
    ///   - reporter: whose folder it lay in: then no column need name the unit.
    init(_ context: IntakeContext, file: String, sheet: String?, reporter: UnitID?) {
        self.context = context
        let mapping = context.mappings.first { $0.isFor(file: file, sheet: sheet) }
        kinds = (mapping.map { [.mapped($0)] } ?? []) + [.long, .wide]
        self.reporter = reporter
    }

    /// Nil where it cannot be read; the findings say why.
    func find(in sheet: inout SheetReader, into findings: inout FindingList) -> ReportLayout? {
        let patterns = kinds.map(pattern)
        guard let (index, header) = sheet.findHeader(for: patterns, into: &findings) else { return nil }
        switch kinds[index] {
        case .mapped(let mapping): return mapped(mapping, header)
        case .long: return ReportLayout(header)
        case .wide: return wide(header)
        }
    }

    // MARK: What is looked for

    private func pattern(_ kind: Kind) -> HeaderPattern {
        switch kind {
        case .mapped(let mapping): pattern(mapping)
        case .long:
            HeaderPattern(
                ReportColumn.allCases.map { column in
                    column.sheetColumn(isRequired: ReportColumn.required.contains(column) && !isGiven(column))
                }, ignored: ReportColumn.labels)
        case .wide:
            HeaderPattern(
                ReportColumn.allCases.map { column in
                    let isOfOneFigure = [.target, .value, .numerator, .denominator, .form].contains(column)
                    return isOfOneFigure
                        ? SheetColumn([], isRequired: false)
                        : column.sheetColumn(isRequired: column == .unit && !isGiven(column))
                } + targetColumns, ignored: ["序号", "no.", "no"],
                choice: ReportColumn.allCases.count..<ReportColumn.allCases.count + targetColumns.count)
        }
    }

    private func isGiven(_ column: ReportColumn) -> Bool { column == .unit && reporter != nil }

    private func pattern(_ mapping: SheetMapping) -> HeaderPattern {
        let columns = ReportColumn.allCases.map { column in
            if let name = mapping.columns[column] {
                return SheetColumn(
                    [name.lowercased()], isRequired: ReportColumn.required.contains(column) || column == .value)
            }
            let isOfOneFigure = [.target, .value, .form].contains(column) && !mapping.figures.isEmpty
            let isNeeded =
                mapping.figures.isEmpty
                ? ReportColumn.required.contains(column) : column == .unit
            return isOfOneFigure
                ? SheetColumn([], isRequired: false)
                : column.sheetColumn(isRequired: isNeeded && mapping.fixed[column] == nil && !isGiven(column))
        }
        return HeaderPattern(
            columns + mapping.figures.map { SheetColumn([$0.header.lowercased()], isRequired: true) },
            ignored: Set(mapping.ignored.map { $0.lowercased() }))
    }

    /// For each target a column of its own, and those into which one may be divided: 本月 and 累计.
    private var targetColumns: [SheetColumn] {
        context.lineages.all.flatMap { lineage in
            let labels = lineage.versions.reversed().map { context.lineages.targets[$0].label }
            let names = ([lineage.id.text] + lineage.formerly.map(\.text) + labels.flatMap { [$0.zh, $0.en] })
                .map { FoldedText($0).text.lowercased() }
            return Self.divisions.map { division in
                SheetColumn(
                    names.flatMap { name in division.words.map { $0.isEmpty ? name : "\(name) \($0)" } },
                    isRequired: false)
            }
        }
    }

    private static let divisions: [(role: SheetMapping.Role, words: [String])] = [
        (.figure(nil), [""]), (.figure(.delta), ["本月", "本期", "当月", "当期", "this month", "this period"]),
        (.figure(.cumulative), ["累计", "本年累计", "本月止累计", "本期止累计", "so far"]),
        (.figure(.level), ["期末", "月末", "at the end"]), (.carried, ["上月止累计", "上期止累计", "before"]),
    ]

    // MARK: What was found

    private func mapped(_ mapping: SheetMapping, _ header: SheetHeader) -> ReportLayout {
        let count = ReportColumn.allCases.count
        let placed = zip(mapping.figures, header.positions.dropFirst(count)).compactMap { figure, position in
            position.map { (figure: figure, position: $0) }
        }
        var fixed = [String?](repeating: nil, count: count)
        for (column, text) in mapping.fixed { fixed[column.rawValue] = text }
        let names = mapping.columns.map { ($0.key.name, $0.value) }
        return ReportLayout(
            header, fixed: fixed, figures: MappedFigures(context).figures(placed),
            names: Dictionary(uniqueKeysWithValues: names))
    }

    private func wide(_ header: SheetHeader) -> ReportLayout {
        let count = ReportColumn.allCases.count
        let columns = context.lineages.all.flatMap { lineage in Self.divisions.map { (lineage.id, $0.role) } }
        let placed = zip(columns, header.positions.dropFirst(count)).compactMap { column, position in
            position.map { place in
                (
                    figure: SheetMapping.Figure(
                        header: header.names[place], target: column.0, role: column.1), position: place
                )
            }
        }.sorted { $0.position < $1.position }
        return ReportLayout(
            header, fixed: Array(repeating: nil, count: count), figures: MappedFigures(context).figures(placed),
            names: [:])
    }
}

extension ReportColumn {
    /// What stands beside a figure for people to read and says nothing that its id does not.
    static let labels: Set<String> = ["label", "name", "序号", "单位名称（参考）", "指标名称（参考）"]

    func sheetColumn(isRequired: Bool) -> SheetColumn {
        SheetColumn([name] + otherNames, isRequired: isRequired)
    }
}
