/// While one alert fires, others that would only say the same are not told: where a report is missing, that the unit
/// falls behind is no news.
package struct Inhibition: Sendable, Hashable {
    /// What the two must have in common.
    package enum Common: String, Sendable, CaseIterable {
        case unit, target
    }

    package let id: String
    /// The alert that is told.
    package let source: Matchers
    /// Those that are not.
    package let mutes: Matchers
    package let same: Set<Common>

    package init(id: String, while source: Matchers, mutes: Matchers, same: Set<Common>) {
        (self.id, self.source, self.mutes, self.same) = (id, source, mutes, same)
    }

    /// Whether one alert, while it fires, keeps the other from being told. None does so to itself.
    package func applies(
        _ source: (alert: AlertIdentity, severity: Severity), to alert: (alert: AlertIdentity, severity: Severity),
        in catalog: Catalog
    ) -> Bool {
        source.alert != alert.alert && (!same.contains(.unit) || source.alert.unit == alert.alert.unit)
            && (!same.contains(.target) || source.alert.target == alert.alert.target)
            && self.source.match(source.alert, severity: source.severity, in: catalog)
            && mutes.match(alert.alert, severity: alert.severity, in: catalog)
    }
}
