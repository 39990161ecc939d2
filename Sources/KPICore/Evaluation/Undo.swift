/// How to take an advance back that could not be committed: what it changed, as it was before. The state itself is changed
/// in place, since a copy of all of it would be work in proportion to everything there is.
struct Undo: Sendable {
    private let evaluatedThrough: Instant?
    /// All of it, where nothing was assessed before and so everything changes.
    private let whole: EvaluationState?
    private var alerts: [AlertIdentity: Alert?] = [:]
    /// By target.
    private var assessments: [Int: TargetAssessment?] = [:]
    /// Moments that were passed. Those that were added wake nobody who does not wait.
    var wakes: [(at: Instant, alerts: Set<AlertIdentity>)] = []

    init(evaluatedThrough: Instant?, whole: EvaluationState?) {
        (self.evaluatedThrough, self.whole) = (evaluatedThrough, whole)
    }

    /// To be told before an alert changes.
    mutating func note(_ identity: AlertIdentity, was alert: Alert?) {
        guard whole == nil, alerts[identity] == nil else { return }
        alerts[identity] = .some(alert)
    }

    /// To be told before a target is assessed anew.
    mutating func note(_ target: Int, was assessment: TargetAssessment?) {
        guard whole == nil, assessments[target] == nil else { return }
        assessments[target] = .some(assessment)
    }

    func applied(to state: EvaluationState) -> EvaluationState {
        if let whole { return whole }
        var state = state
        state.evaluatedThrough = evaluatedThrough
        for (identity, alert) in alerts { state.alerts[identity] = alert }
        for (target, assessment) in assessments { state.assessments[target] = assessment }
        for (moment, alerts) in wakes {
            for identity in alerts { state.wakes.add(identity, at: moment) }
        }
        return state
    }
}
