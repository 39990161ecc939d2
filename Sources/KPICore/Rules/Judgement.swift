package import CEL

/// What a rule says of a subject at a moment.
package enum Judgement: Sendable {
    /// A condition holds; the gravest that does.
    case holds(Severity)
    /// No condition holds, but `clear` does not either: an alert that fires goes on.
    case between
    /// The alert, if there is one, is over.
    case clear
    /// It depends on what nobody knows; the names of what is missing.
    case unknown([String])
    case failed(EvaluationError)

    /// Whether it would move an alert that there is not yet, or has to be told of.
    func beginsAlert(_ noData: Rule.NoData) -> Bool {
        switch self {
        case .holds, .failed: true
        case .unknown: noData == .alert
        case .between, .clear: false
        }
    }
}
