package import KPICore

/// A configuration that was read whole and found right.
package struct Configuration: Sendable {
    package let settings: Settings
    package let catalog: Catalog
    /// Stands for the bytes and names of every file: another one, another configuration.
    package let fingerprint: String
}
