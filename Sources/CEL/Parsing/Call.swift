internal import Diagnostics

/// A function, or a method when there is a target, or an operator under its function's name such as `_+_`.
struct Call: Sendable {
    let function: String
    let nameSpan: Span
    let target: Expression?
    let arguments: [Expression]

    var operands: [Expression] { target.map { [$0] + arguments } ?? arguments }
}
