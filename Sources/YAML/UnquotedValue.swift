import Diagnostics

/// A value that would be a good expression or text and is no YAML, because it begins with, or holds, a character that
/// means something else there. This is the commonest mistake in rule files.
package struct UnquotedValue {
    package static let wayOut = "put the expression in quotes or after '|'"
    private static let textWayOut = "put the text in quotes or after '|'"

    /// What is wrong with the value, to follow `the value` in a sentence.
    let reason: String
    let label: String
    let span: Span

    /// Nil when the trouble at `problem` has another cause than the value in which it lies.
    init?(_ value: ArraySlice<UInt8>, in source: SourceText, problem: Int) {
        guard let first = value.first, value.startIndex <= problem, problem <= value.endIndex else { return nil }
        let letter = Character(Unicode.Scalar(first))
        let begins = "begins with '\(letter)'"
        let words: (reason: String, label: String)?
        switch letter {
        case "!": words = ("\(begins), which YAML reads as a tag", Self.wayOut)
        case "&": words = ("\(begins), which YAML reads as an anchor", Self.wayOut)
        case "*": words = ("\(begins), which YAML reads as an alias", Self.wayOut)
        case "%", "@", "`": words = ("\(begins), which YAML keeps for itself", Self.wayOut)
        case ",", "]", "}": words = ("\(begins), with which no unquoted value may begin", Self.textWayOut)
        case ">", "|": words = ("\(begins), which YAML reads as the head of a text block", Self.wayOut)
        case "\"", "'": words = Self.afterQuote(value, quote: first, problem: problem)
        case "{", "[": words = Self.afterBracket(value, open: letter, problem: problem)
        case "-" where Self.isSign(value): words = Self.list
        case "?" where Self.isSign(value): words = ("\(begins), which YAML reads as the sign of a key", Self.wayOut)
        default: words = Self.holdingColon(value, problem: problem)
        }
        guard let words else { return nil }
        reason = words.reason
        label = words.label
        span = Span(value.startIndex, value.endIndex)
    }

    private static let list = (
        "begins with '- ', but a list does not begin on the line of its key",
        "begin the list on the next line, or write '[a, b]'"
    )

    private static func isSign(_ value: ArraySlice<UInt8>) -> Bool {
        value.dropFirst().first.map(YAMLLine.isBlank) ?? true
    }

    private static func afterQuote(_ value: ArraySlice<UInt8>, quote: UInt8, problem: Int) -> (String, String)? {
        guard let close = value.dropFirst().firstIndex(of: quote), close < problem else { return nil }
        let touches = close + 1 < value.endIndex && !YAMLLine.isBlank(value[close + 1])
        if quote == UInt8(ascii: "'") {
            return touches
                ? ("goes on after its closing quote", "within '…' a quote is written twice: ''")
                : ("goes on after its closing quote", "put the whole expression in double quotes or after '|'")
        }
        return touches
            ? ("goes on after its closing quote", "within \"…\" a quote is written '\\\"'")
            : ("goes on after its closing quote", "put the whole expression in single quotes or after '|'")
    }

    private static func afterBracket(_ value: ArraySlice<UInt8>, open: Character, problem: Int) -> (String, String)? {
        let isBrace = open == "{"
        let close = isBrace ? UInt8(ascii: "}") : UInt8(ascii: "]")
        guard let end = value.firstIndex(of: close), end < problem else { return nil }
        let kind = isBrace ? "mapping" : "list"
        return (
            "begins with '\(open)', which YAML reads as a \(kind), and goes on after it", Self.textWayOut
        )
    }

    private static func holdingColon(_ value: ArraySlice<UInt8>, problem: Int) -> (String, String)? {
        guard problem < value.endIndex, value[problem] == UInt8(ascii: ":") else { return nil }
        let isChoice = value[..<problem].contains(UInt8(ascii: "?"))
        return ("holds ': ', which YAML reads as the end of a key", isChoice ? Self.wayOut : Self.textWayOut)
    }
}
