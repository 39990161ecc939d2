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

    /// What else its header may be, in lower case.
    package var otherNames: [String] {
        switch self {
        case .target: ["target", "指标", "指标编号", "指标代码", "指标名称"]
        case .unit: ["报送单位", "填报单位", "单位名称", "单位"]
        case .period: ["报告期", "报送期间", "期间", "月份"]
        case .form: ["数值形式"]
        case .value: ["数值", "完成数", "完成值"]
        case .numerator: ["分子"]
        case .denominator: ["分母"]
        case .measureUnit: ["计量单位"]
        case .basis: ["口径"]
        case .revision: ["修订号", "修订"]
        case .submittedAt: ["报送时间", "填报时间"]
        case .submittedBy: ["填报人"]
        case .approvedBy: ["审核人"]
        case .evidence: ["佐证材料", "佐证"]
        case .note: ["备注", "说明"]
        case .disaggregation: ["分项", "分组"]
        }
    }

    /// Without these nobody knows what a figure is about.
    package static let required: [ReportColumn] = [.target, .unit, .period]
}
