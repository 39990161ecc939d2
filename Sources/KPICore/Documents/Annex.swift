/// What a document tells of a target beside its assessment: how its periods went, and figures that are told twice.
///
/// It takes more looks at the facts than an assessment does, so it is made when a document is, and kept for as long as
/// the target is not assessed anew.
package struct Annex: Sendable, Hashable {
    /// No document tells of more periods than this, the latest; a year of weeks has 53.
    package static let periods = 60

    /// Of the whole.
    let history: [PeriodStatus]
    /// By unit index.
    let crossChecks: [Int: CrossCheck]

    init(_ assessment: TargetAssessment, _ catalog: Catalog, _ facts: Facts, asOf: Instant) {
        history = PeriodHistory(catalog, facts, asOf: asOf).records(of: assessment.target, latest: Self.periods)
            .map { PeriodStatus($0, catalog.timetable) }
        crossChecks = CrossCheck.all(assessment, catalog, facts, asOf: asOf)
    }
}
