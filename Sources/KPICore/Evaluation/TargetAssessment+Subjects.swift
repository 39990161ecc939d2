extension Assessment {
    /// Whether rules about units look at it: something is asked of the unit.
    var isJudgedByUnit: Bool { goal != nil || report.state != nil }
}

extension TargetAssessment {
    /// Whether what an alert is about is still there for a rule to judge.
    func holds(_ identity: AlertIdentity, for subject: Rule.Subject, _ target: Target, _ catalog: Catalog) -> Bool {
        guard let unit = catalog.units.index(of: identity.unit) else { return false }
        switch subject {
        case .target: return unit == UnitTree.root && identity.scope.isEmpty
        case .unit:
            return unit != UnitTree.root && identity.scope.isEmpty && units[unit]?.isJudgedByUnit ?? false
        case .item, .entity, .period:
            guard subject.kindsOfParts?.contains(target.kind) ?? false else { return false }
            return parts.contains {
                $0.id == identity.scope && ($0.unit.flatMap(catalog.units.index) ?? UnitTree.root) == unit
            }
        }
    }
}
