package import Diagnostics

/// What an evaluation came to.
package enum Outcome: Sendable {
    case value(Value)
    case unknown(Unknown)
    case failed(EvaluationError)
}

/// What a condition came to.
package enum Truth: Sendable {
    case `true`
    case `false`
    /// It depends on what nobody knows; the names of what is missing, sorted.
    case unknown([String])
    case failed(EvaluationError)
}

/// An error met while evaluating, at the sub-expression that met it.
package struct EvaluationError: Error, Sendable {
    package let message: String
    package let place: Place

    package init(message: String, place: Place) {
        self.message = message
        self.place = place
    }
}
