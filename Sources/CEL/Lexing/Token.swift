internal import Diagnostics

/// A word, literal or sign of the source.
struct Token: Sendable {
    enum Kind: Sendable, Equatable {
        case name, quotedName, literal, string
        /// 9223372036854775808, an int only with a minus before it.
        case minimum
        case dot, comma, colon, question
        case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
        case plus, minus, star, slash, percent, not
        case and, or, less, lessOrEqual, greater, greaterOrEqual, equal, notEqual, `in`
        /// Signs that CEL does not have but people write: `=`, `<>`, `&`, `|`.
        case misspelt
        /// Something no token begins with, already reported.
        case invalid
        case end
    }

    let kind: Kind
    let span: Span
    /// What a literal stands for.
    var value = Value.null
}
