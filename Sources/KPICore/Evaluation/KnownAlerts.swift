/// A target's alerts about itself and its units, found by the numbers of rule and unit: names are long to compare.
struct KnownAlerts {
    private struct Key: Hashable {
        let rule: Int
        let unit: Int
    }

    private var alerts: [Key: Alert] = [:]
    /// There is none, about parts neither.
    let isEmpty: Bool

    init(_ all: [AlertIdentity: Alert], _ catalog: Catalog) {
        isEmpty = all.isEmpty
        for alert in all.values where alert.identity.scope.isEmpty {
            guard let rule = catalog.rules.firstIndex(where: { $0.id == alert.identity.rule }),
                let unit = catalog.units.index(of: alert.identity.unit)
            else { continue }
            alerts[Key(rule: rule, unit: unit)] = alert
        }
    }

    subscript(rule: Int, unit: Int) -> Alert? { alerts.isEmpty ? nil : alerts[Key(rule: rule, unit: unit)] }
}
