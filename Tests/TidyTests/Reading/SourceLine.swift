/// One line of Swift, taken apart.
struct SourceLine {
    /// What the compiler would run: comments left out, the contents of string literals replaced by spaces.
    var code = ""
    /// The words of the code. A rule asks here first: matching every line against a pattern takes a hundred times as long.
    var words: Set<Substring> = []
    /// The text of the comments on the line.
    var comment = ""
    /// Whether one of them is a plain comment: `//` or `/*`, not the `///` of documentation.
    var hasPlainComment = false

    var isBlank: Bool { code.allSatisfy(\.isWhitespace) }
    var indentation: Int { code.prefix { $0 == " " }.count }
    var trimmed: Substring { code.drop(while: \.isWhitespace) }
}
