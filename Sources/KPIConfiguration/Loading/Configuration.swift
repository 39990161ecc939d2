package import KPICore

/// A configuration that was read whole and found right.
package struct Configuration: Sendable {
    package let settings: Settings
    package let catalog: Catalog
    /// Who is told of what; without `notify.yaml` nobody is.
    package let notifications: NotificationPlan
    /// Stands for the bytes and names of every file: another one, another configuration.
    package let fingerprint: String
}
