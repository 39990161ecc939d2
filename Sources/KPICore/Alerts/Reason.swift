/// Why an alert moved. Every transition has one.
package enum Reason: String, Sendable, CaseIterable {
    /// The condition holds, and the rule wants it to hold for a while.
    case conditionHolds = "condition_holds"
    /// It has held for as long as the rule asks.
    case conditionHeld = "condition_held"
    /// It held no longer before that.
    case conditionEnded = "condition_ended"
    case severityRaised = "severity_raised"
    case severityLowered = "severity_lowered"
    /// The rule's `clear` holds, or, without one, no severity does.
    case conditionCleared = "condition_cleared"
    /// There is nothing to judge by, and the rule says to alert on that.
    case dataMissing = "data_missing"
    /// A revised figure, and not a new one, changed the judgement.
    case dataCorrected = "data_corrected"
    case ruleRemoved = "rule_removed"
    case targetRemoved = "target_removed"
    case unitRemoved = "unit_removed"
    /// The rule's `where` no longer chooses the target.
    case notSelected = "not_selected"
}
