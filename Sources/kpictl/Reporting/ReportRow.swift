import Foundation
import KPIIngest

/// One figure as a line of a long-form report.
struct ReportRow {
    let indicator: String
    let unit: String
    let period: String
    let form: String
    let value: String
    let numerator: String
    let denominator: String
    let measureUnit: String
    let revision: String
    let submittedAt: String
    let submittedBy: String
    let evidence: String
    let note: String
    var disaggregation = ""

    /// The columns of a report, and their cells.
    private var cells: [(column: String, cell: String)] {
        [
            ("indicator", indicator), ("unit", unit), ("period", period), ("form", form), ("value", value),
            ("numerator", numerator), ("denominator", denominator), ("measure_unit", measureUnit),
            ("basis", "actual"), ("revision", revision), ("submitted_at", submittedAt),
            ("submitted_by", submittedBy), ("approved_by", ""), ("evidence", evidence), ("note", note),
            ("disaggregation", disaggregation),
        ]
    }

    /// A file with a header and this row.
    var text: String { Self.text([self]) }

    /// A file with a header and some rows.
    static func text(_ rows: [ReportRow]) -> String {
        guard let first = rows.first else { return "" }
        return CSVWriter.record(first.cells.map(\.column))
            + rows.map { CSVWriter.record($0.cells.map(\.cell)) }.joined()
    }

    /// RFC 3339 with the offset of this machine's zone.
    static func stamp(_ date: Date) -> String {
        let format = ISO8601DateFormatter()
        format.timeZone = .current
        return format.string(from: date)
    }
}
