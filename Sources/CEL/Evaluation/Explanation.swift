package import Diagnostics

/// An evaluation with the value of each sub-expression, for whoever asks why.
package struct Explanation: Sendable {
    package struct Step: Sendable {
        /// As it stands in the source.
        package let text: String
        package let place: Place
        package let outcome: Outcome
        /// How deep in the expression; the whole expression is at 0.
        package let depth: Int
    }

    package let outcome: Outcome
    /// In reading order, the whole before its parts. What was not evaluated is not there; what was evaluated for each
    /// element of a list is there as often.
    package let steps: [Step]
    /// False when there were more steps than anybody would read.
    package let isComplete: Bool
}
