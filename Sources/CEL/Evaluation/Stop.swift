package import Diagnostics

/// Why an evaluation came to no value.
///
/// Thrown by value through typed throws, which costs a test of one register where nothing is thrown.
package enum Stop: Error, Sendable {
    case failed(Failure)
    case unknown(Unknown)
    /// Out of budget. Unlike a failure it is never absorbed: `true || expensive` may be true, but whoever ran out has
    /// nothing left to find that out with.
    case exhausted(Failure)

    package static func failed(_ message: String) -> Stop { .failed(Failure(message)) }

    /// With the place of the innermost expression that stopped.
    func at(_ span: Span) -> Stop {
        switch self {
        case .failed(let failure) where failure.span == nil: .failed(Failure(failure.message, at: span))
        case .exhausted(let failure) where failure.span == nil: .exhausted(Failure(failure.message, at: span))
        default: self
        }
    }

    /// What a strict operation is when two of its operands stopped: unknowns unite and go before failures.
    func joined(_ other: Stop) -> Stop {
        switch (self, other) {
        case (.exhausted, _): self
        case (_, .exhausted): other
        case (.unknown(let a), .unknown(let b)): .unknown(a.union(b))
        case (.unknown, _): self
        case (_, .unknown): other
        default: self
        }
    }

    var isExhausted: Bool {
        if case .exhausted = self { true } else { false }
    }
}

/// An error met while evaluating. A class, so that a ``Stop`` is one word.
package final class Failure: Sendable {
    package let message: String
    package let span: Span?

    package init(_ message: String, at span: Span? = nil) {
        self.message = message
        self.span = span
    }
}
