package import KPICore

/// Writes a report in long form, for somebody who has one figure and no spreadsheet.
package struct ReportSheet: Sendable {
    private var columns: [ReportColumn]
    private var records: [[ReportColumn: String]] = []

    package init() {
        columns = [.target, .unit, .period, .value]
    }

    /// Cells that are left out stay empty. A text that looks like a formula is written so that none is run.
    package mutating func add(_ cells: [ReportColumn: String]) {
        records.append(cells)
        for column in ReportColumn.allCases where cells[column] != nil && !columns.contains(column) {
            columns.append(column)
        }
        columns.sort { $0.rawValue < $1.rawValue }
    }

    /// The header and the rows as CSV in UTF-8, with CRLF. Empty where there are no rows.
    package var csv: String {
        guard !records.isEmpty else { return "" }
        return CSVWriter.record(columns.map(\.name))
            + records.map { record in CSVWriter.record(columns.map { record[$0] ?? "" }) }.joined()
    }
}
