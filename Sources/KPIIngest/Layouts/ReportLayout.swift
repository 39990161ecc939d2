import KPICore

/// Where in a sheet what a report says is written.
struct ReportLayout {
    /// For each report column its place in a record.
    let positions: [Int?]
    /// What holds for every row, written once for the whole sheet, for each report column.
    var fixed: [String?]
    /// The columns that hold a figure in each row. Empty: a row is one figure.
    let figures: [FigureColumn]
    /// How many columns the header has.
    let width: Int
    /// What the sheet calls columns that kpid calls otherwise.
    let names: [String: String]

    init(_ header: SheetHeader) {
        positions = Array(header.positions.prefix(ReportColumn.allCases.count))
        fixed = Array(repeating: nil, count: ReportColumn.allCases.count)
        (figures, width, names) = ([], header.width, [:])
    }

    init(
        _ header: SheetHeader, fixed: [String?], figures: [FigureColumn], names: [String: String]
    ) {
        positions = Array(header.positions.prefix(ReportColumn.allCases.count))
        self.fixed = fixed
        self.figures = figures
        width = header.width
        self.names = names
    }

    func has(_ column: ReportColumn) -> Bool {
        positions[column.rawValue] != nil || fixed[column.rawValue] != nil
    }
}

/// A column of figures on one target, and the columns beside it that tell whether it can be right.
struct FigureColumn {
    let position: Int
    let header: String
    /// The target's id.
    let target: String
    /// Nil: as the target says.
    let form: Form?
    var sum: SumCheck?
}

/// Columns of which the first two make the third: 上月止累计 + 本月 = 本月止累计.
struct SumCheck {
    var carried: Int?
    var month: Int
    var cumulative: Int
}
