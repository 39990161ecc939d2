/// How often a target is reported on.
package enum Frequency: Sendable, Hashable {
    /// A report is expected for every period.
    case every(PeriodLength)
    /// Figures come when something happens; no report is ever missing.
    case event
    /// One figure in the whole window; none is missing before its due day either.
    case once

    package var period: PeriodLength? {
        if case .every(let length) = self { length } else { nil }
    }
}
