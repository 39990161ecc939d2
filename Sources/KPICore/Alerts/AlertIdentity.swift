/// What makes two alerts the same: never a value, a severity or a text, so that a changed number or wording breaks
/// neither an acknowledgement nor a history.
package struct AlertIdentity: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let rule: RuleID
    package let target: TargetID
    /// The unit judged; the root where the rule looks at a target as a whole.
    package let unit: UnitID
    /// A part of the unit's figure, such as a period or an item; empty for all of it.
    package let scope: String

    package init(rule: RuleID, target: TargetID, unit: UnitID, scope: String = "") {
        (self.rule, self.target, self.unit, self.scope) = (rule, target, unit, scope)
    }

    /// `behind-plan/talent.recruits/370831`
    package var description: String {
        "\(rule)/\(target)/\(unit)" + (scope.isEmpty ? "" : "/\(scope)")
    }

    package static func < (a: AlertIdentity, b: AlertIdentity) -> Bool {
        (a.rule, a.target, a.unit) == (b.rule, b.target, b.unit)
            ? a.scope.utf8.lexicographicallyPrecedes(b.scope.utf8)
            : (a.rule, a.target, a.unit) < (b.rule, b.target, b.unit)
    }
}
