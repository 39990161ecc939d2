/// What an act does to what is open now.
package struct ActPreview: Sendable, Hashable {
    package let deed: Deed
    /// Open alerts that it keeps from being told; for an undo, those that the act taken back kept so.
    package let alerts: [Alert]
    package let warnings: [Label]

    package init(_ deed: Deed, alerts: [Alert], warnings: [Label]) {
        (self.deed, self.alerts, self.warnings) = (deed, alerts, warnings)
    }
}
