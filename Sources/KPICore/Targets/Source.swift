/// Where a target's value comes from.
package enum Source: Sendable {
    /// From figures that units report.
    case reports
    /// Counted from a register, and from that alone; a reported figure is then a cross-check.
    case register(RegisterMeasure)
    /// From the reporting itself: how much of what was expected has come.
    case reporting(Discipline)
    /// Nobody has said how it is to be measured. It is shown as a target, and has no value.
    case unmeasured

    package enum Discipline: String, Sendable, CaseIterable {
        /// (on time + late) / expected
        case completeness
        /// on time / expected
        case timeliness
    }
}
