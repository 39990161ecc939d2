extension Act {
    /// The act as it would read today: what was done about a target or a unit under an old name was done about the
    /// same thing.
    package func renamed(by names: FormerNames) -> Act {
        guard !names.isEmpty else { return self }
        return Act(id: id, at: at, author: author, comment: comment, deed: deed.renamed(by: names))
    }
}

extension Deed {
    fileprivate func renamed(by names: FormerNames) -> Deed {
        switch self {
        case .acknowledge(let old):
            return .acknowledge(
                Acknowledgement(
                    alert: names.present(old.alert), episode: old.episode, severity: old.severity,
                    isSticky: old.isSticky, until: old.until))
        case .silence(let old):
            let matchers = Matchers(old.matchers.all.map { $0.renamed(by: names) })
            return .silence(Silence(matchers, from: old.from, until: old.until) ?? old)
        case .maintain(let old):
            return .maintain(Maintenance(names.present(old.unit), from: old.from, until: old.until) ?? old)
        case .undo: return self
        }
    }
}

extension Matchers.Matcher {
    /// A pattern with a star is nobody's name.
    fileprivate func renamed(by names: FormerNames) -> Matchers.Matcher {
        switch field {
        case .target:
            Matchers.Matcher(field, values.map { names.present(TargetID($0)).text }, isNegated: isNegated)
        case .unit: Matchers.Matcher(field, values.map { names.present(UnitID($0)).text }, isNegated: isNegated)
        case .rule, .scope, .severity, .section, .owner, .tag: self
        }
    }
}
