/// The columns of a report in long form: one figure a row.
package enum ReportColumn: Int, Sendable, CaseIterable {
    case target, unit, period, form, value, numerator, denominator, measureUnit, basis, revision, submittedAt,
        submittedBy, approvedBy, evidence, note, disaggregation

    /// Its header.
    package var name: String {
        switch self {
        case .target: "indicator"
        case .unit: "unit"
        case .period: "period"
        case .form: "form"
        case .value: "value"
        case .numerator: "numerator"
        case .denominator: "denominator"
        case .measureUnit: "measure_unit"
        case .basis: "basis"
        case .revision: "revision"
        case .submittedAt: "submitted_at"
        case .submittedBy: "submitted_by"
        case .approvedBy: "approved_by"
        case .evidence: "evidence"
        case .note: "note"
        case .disaggregation: "disaggregation"
        }
    }

    static let sheet: [SheetColumn] = allCases.map { column in
        SheetColumn(
            column == .target ? [column.name, "target"] : [column.name],
            isRequired: column == .target || column == .unit || column == .period)
    }
}
