import Diagnostics

/// Turns libyaml's complaint into what its author has to hear: which mistake it most likely was, at the place where
/// it was made, and the way out.
struct SyntaxMistake {
    let diagnostic: Diagnostic
    /// A value that can be looked past, because the mistake lies within it: with this stretch replaced by letters, the
    /// rest of the file can still be read.
    private(set) var repair: Span?

    private init(
        _ id: Diagnostic.ID, _ message: String, at place: Place, label: String = "", repair: Span? = nil
    ) {
        diagnostic = Diagnostic(id, message, at: place, label: label)
        self.repair = repair
    }

    /// `problem` and `context` are libyaml's two marks as byte offsets.
    init(_ error: YAMLSyntaxError, problem: Int, context: Int, in source: SourceText) {
        let line = YAMLLine(source, holding: problem)
        self =
            Self.tab(line, problem)
            ?? Self.cut(line, problem)
            ?? Self.unquoted(error, line, problem)
            ?? Self.indentation(error, line, problem)
            ?? Self.keyless(error, line, problem, context)
            ?? Self.other(error, problem, context, source)
    }

    private static func tab(_ line: YAMLLine, _ problem: Int) -> SyntaxMistake? {
        guard let tab = line.tab, problem <= line.contentStart else { return nil }
        return SyntaxMistake(
            "yaml-tab", "a tab is used as indentation", at: Place(line.source, Span(tab, tab + 1)),
            label: "indent with spaces")
    }

    /// A value over several lines whose first line was cut at a `#`.
    private static func cut(_ line: YAMLLine, _ problem: Int) -> SyntaxMistake? {
        guard line.colon == nil, problem <= line.contentStart + 1, let above = line.above,
            above.indentation < line.indentation, let comment = above.comment, above.valueStart < comment
        else { return nil }
        return SyntaxMistake(
            "unquoted-value", "the value ends at this '#', but line \(line.number) goes on with it",
            at: Place(line.source, Span(comment, above.range.upperBound)), label: UnquotedValue.wayOut,
            repair: Span(above.valueStart, line.range.upperBound))
    }

    private static func unquoted(_ error: YAMLSyntaxError, _ line: YAMLLine, _ problem: Int) -> SyntaxMistake? {
        guard !error.context.contains("quoted scalar"), !error.context.contains("directive"),
            error.context != "while scanning a block scalar" || error.problem.contains("comment or line break"),
            !error.problem.contains("<document start>")
        else { return nil }
        func mistake(_ value: UnquotedValue, repair: Span?) -> SyntaxMistake {
            SyntaxMistake(
                "unquoted-value", "the value \(value.reason)", at: Place(line.source, value.span),
                label: value.label, repair: repair)
        }
        let isInFlow = error.context.contains("flow")
        if !isInFlow, let value = UnquotedValue(line.value, in: line.source, problem: problem) {
            return mistake(value, repair: line.hasChildren ? nil : value.span)
        }
        let mayBeInFlow = isInFlow || line.value.first.map { "{[".utf8.contains($0) } ?? false
        return mayBeInFlow
            ? flowValue(line, before: problem)
                .flatMap { UnquotedValue($0, in: line.source, problem: problem) }
                .map { mistake($0, repair: nil) }
            : nil
    }

    /// The value within `{a: 1, b: 2}` in which a place lies, as far back as the last comma, colon or bracket.
    private static func flowValue(_ line: YAMLLine, before problem: Int) -> ArraySlice<UInt8>? {
        let bytes = line.source.bytes
        // The colon at which libyaml stopped may be the key's own, when the list above was not closed.
        guard problem != line.colon else { return nil }
        var start = min(problem, line.range.upperBound)
        while start > line.contentStart {
            let isSeparator = ",:".utf8.contains(bytes[start - 1])
            if isSeparator, start < line.range.upperBound, YAMLLine.isBlank(bytes[start]) { break }
            start -= 1
        }
        let rest = bytes[start..<line.range.upperBound]
        guard let first = rest.firstIndex(where: { !YAMLLine.isBlank($0) }) else { return nil }
        let end = rest[first...].dropFirst().firstIndex { ",]}".utf8.contains($0) } ?? rest.endIndex
        return bytes[first..<max(first, end, min(problem, rest.endIndex))]
    }

    /// A line that stands too far in or out for any line above it.
    private static func indentation(_ error: YAMLSyntaxError, _ line: YAMLLine, _ problem: Int) -> SyntaxMistake? {
        let isMisplacedKey = error.problem.hasPrefix("mapping values") && line.colon == problem
        let isMisplacedLine =
            ["did not find expected key", "did not find expected '-' indicator"].contains(error.problem)
            && problem == line.contentStart && line.content.first != UInt8(ascii: ":")
        guard isMisplacedKey || isMisplacedLine, let above = line.above, !line.content.isEmpty,
            line.indentation != above.indentation || isMisplacedLine
        else { return nil }
        let isItem = line.content.starts(with: Array("- ".utf8))
        let what = isItem ? "this list item" : line.colon == nil ? "this line" : "this key"
        let label =
            line.indentation > above.indentation
            ? "the line above already has a value: indent both alike, or leave that value out"
            : line.indentation == above.indentation
                ? "a mapping and a list cannot stand side by side: indent one of them below its key"
                : "indent it like the line it belongs beside"
        return SyntaxMistake(
            "yaml-indentation", "the indentation of \(what) fits no line above",
            at: Place(line.source, Span(line.contentStart, line.colon ?? line.range.upperBound)), label: label)
    }

    /// A line among keys that has no `: ` of its own.
    private static func keyless(
        _ error: YAMLSyntaxError, _ line: YAMLLine, _ problem: Int, _ context: Int
    ) -> SyntaxMistake? {
        let isScanned = error.problem.hasPrefix("could not find expected ':'")
        let isJoined = error.problem.hasPrefix("mapping values") && line.colon == problem
        guard isScanned || isJoined else { return nil }
        guard let culprit = isScanned ? YAMLLine(line.source, holding: context) : line.above else { return nil }
        let content = culprit.source.text(culprit.contentStart..<culprit.range.upperBound)
        func at(_ offset: Int, _ length: Int) -> Place {
            Place(culprit.source, Span(offset, offset + length))
        }
        if let colon = culprit.content.firstRange(of: Array("：".utf8)) {
            return SyntaxMistake(
                "yaml-syntax", "the full-width colon '：' does not end a key", at: at(colon.lowerBound, 3),
                label: "write ': '")
        }
        if let colon = culprit.content.firstIndex(of: UInt8(ascii: ":")), culprit.colon == nil {
            return SyntaxMistake(
                "yaml-syntax", "a space is missing after ':'", at: at(colon, 1), label: "write ': '")
        }
        return SyntaxMistake(
            "yaml-syntax", "a ':' is missing after '\(content)'", at: at(culprit.contentStart, content.utf8.count),
            label: "every line here is 'key: value'")
    }

    private static func other(
        _ error: YAMLSyntaxError, _ problem: Int, _ context: Int, _ source: SourceText
    ) -> SyntaxMistake {
        let isColon = problem < source.bytes.count && source.bytes[problem] == UInt8(ascii: ":")
        let words = isColon && error.problem == "did not find expected key" ? .keyLeftOut : SyntaxWords.of(error)
        let lower = min(words.isAboutContext ? context : problem, source.bytes.count)
        let upper = lower < source.bytes.count && source.bytes[lower] != UInt8(ascii: "\n") ? lower + 1 : lower
        return SyntaxMistake(
            "yaml-syntax", words.message, at: Place(source, Span(lower, upper)), label: words.label)
    }
}
