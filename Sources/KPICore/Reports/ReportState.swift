/// How the report of a unit on a target for a period stands at a moment.
package enum ReportState: String, Sendable, CaseIterable {
    /// The unit did not exist in the period, or is not asked.
    case notExpected = "not_expected"
    case notDue = "not_due"
    case dueSoon = "due_soon"
    case onTime = "on_time"
    case late
    case missing
    case exempt

    /// Whether a report on the period is asked of the unit at all.
    package var isExpected: Bool { self != .notExpected && self != .exempt }
}
