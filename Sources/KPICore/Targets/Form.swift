/// What a reported figure stands for.
package enum Form: String, Sendable, CaseIterable {
    /// What happened in the period.
    case delta
    /// Everything since the start of the window, up to the period's end.
    case cumulative
    /// How things stood at the period's end.
    case level
}
