/// What the evaluation remembers from one moment to the next.
package struct EvaluationState: Sendable {
    /// Every boundary up to this moment has been passed; nil before the first evaluation.
    package var evaluatedThrough: Instant?
    /// Alerts that are or were pending or firing.
    package var alerts: AlertBook
    /// The latest assessment of each target of the catalog; nil until it is made, and for editions that are not shown.
    /// A view of the facts, not a memory: it is made anew after a start or a reload.
    package var assessments: [TargetAssessment?] = []
    /// When pending alerts wake; made anew with the assessments.
    var wakes = WakeCalendar()

    package init(evaluatedThrough: Instant? = nil, alerts: AlertBook = AlertBook()) {
        self.evaluatedThrough = evaluatedThrough
        self.alerts = alerts
    }
}
