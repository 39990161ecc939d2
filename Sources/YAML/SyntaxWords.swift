/// Plain words for what libyaml says, as far as nothing more telling was found.
struct SyntaxWords {
    let message: String
    var label = ""
    /// Whether the mistake was made where the construct began rather than where libyaml gave up.
    var isAboutContext = false

    static let keyLeftOut = SyntaxWords(message: "a key is left out", label: "write a word before ':'")

    static func of(_ error: YAMLSyntaxError) -> SyntaxWords {
        switch error.problem {
        case "found unexpected end of stream", "found unexpected document indicator":
            SyntaxWords(
                message: "the quote that opens here is not closed", label: "close it", isAboutContext: true)
        case "found unknown escape character":
            SyntaxWords(
                message: "no such escape in double quotes",
                label: "write '\\\\' for a backslash, or use single quotes")
        case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
            SyntaxWords(
                message: "this escape names no character", label: "write it as '\\u4e2d', in hexadecimal digits")
        case "did not find expected ',' or ']'":
            SyntaxWords(
                message: "the list that opens here is not closed", label: "a ',' or ']' is missing",
                isAboutContext: true)
        case "did not find expected ',' or '}'":
            SyntaxWords(
                message: "the mapping that opens here is not closed", label: "a ',' or '}' is missing",
                isAboutContext: true)
        case "found an indentation indicator equal to 0":
            SyntaxWords(message: "a text block is indented by at least 1", label: "leave the number out")
        case "found a tab character where an indentation space is expected":
            SyntaxWords(message: "a tab is used as indentation", label: "indent with spaces")
        case "did not find expected <document start>":
            SyntaxWords(
                message: "the document has ended, and more text follows", label: "remove it, or quote the value")
        case "did not find expected node content":
            SyntaxWords(message: "a value is missing here")
        case "did not find expected key":
            SyntaxWords(message: "a key was to be expected here", label: "is the value before it to be quoted?")
        case "did not find expected '-' indicator":
            SyntaxWords(message: "a '- ' was to be expected here", label: "is the value before it to be quoted?")
        case "mapping values are not allowed in this context":
            SyntaxWords(message: "a ': ' does not belong here", label: "put the value in quotes")
        case "found duplicate anchor; first occurrence", "found undefined alias":
            SyntaxWords(message: "anchors and aliases have no meaning here", label: "write the value out")
        case let problem where error.context.contains("directive") || problem.contains("directive"):
            SyntaxWords(message: "a line that begins with '%' is read as a YAML directive", label: "remove the line")
        case "found incompatible YAML document":
            SyntaxWords(message: "this version of YAML is not known", label: "remove the line")
        case let problem:
            SyntaxWords(message: "this is no YAML: \(problem)")
        }
    }
}
