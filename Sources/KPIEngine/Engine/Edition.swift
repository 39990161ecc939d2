package import KPICore

/// A configuration as the engine runs it.
package struct Edition: Sendable {
    package let catalog: Catalog
    /// Who is told.
    package let notifications: NotificationPlan
    package let language: Language
    /// Seconds between two looks at the clock.
    package let evaluateEvery: Int
    /// Stands for the files it was read from.
    package let fingerprint: String

    package init(
        catalog: Catalog, notifications: NotificationPlan = .silent, language: Language, evaluateEvery: Int,
        fingerprint: String
    ) {
        self.catalog = catalog
        self.notifications = notifications
        self.language = language
        self.evaluateEvery = evaluateEvery
        self.fingerprint = fingerprint
    }
}
