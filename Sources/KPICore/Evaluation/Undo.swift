/// How to take an advance back that could not be committed: what it changed, as it was before. The state itself is changed
/// in place, since a copy of all of it would be work in proportion to everything there is.
struct Undo: Sendable {
    private let evaluatedThrough: Instant?
    /// All of it, where nothing was assessed before and so everything changes.
    private let whole: EvaluationState?
    private var alerts: [AlertIdentity: Alert?] = [:]

    init(evaluatedThrough: Instant?, whole: EvaluationState?) {
        (self.evaluatedThrough, self.whole) = (evaluatedThrough, whole)
    }

    /// To be told before an alert changes.
    mutating func note(_ identity: AlertIdentity, was alert: Alert?) {
        guard whole == nil, alerts[identity] == nil else { return }
        alerts[identity] = .some(alert)
    }

    func applied(to state: EvaluationState) -> EvaluationState {
        if let whole { return whole }
        var state = state
        state.evaluatedThrough = evaluatedThrough
        for (identity, alert) in alerts { state.alerts[identity] = alert }
        // Assessments are a view of the facts, and are made anew.
        state.assessments = []
        return state
    }
}
