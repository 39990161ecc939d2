import Diagnostics

/// What our subset leaves out, each with what to write instead.
struct YAMLRefusals {
    let marks: YAMLMarks
    private(set) var diagnostics: [Diagnostic] = []

    init(marks: YAMLMarks) {
        self.marks = marks
    }

    private mutating func refuse(
        _ id: Diagnostic.ID, _ message: String, at span: Span, label: String, notes: [String] = []
    ) {
        let place = Place(marks.source, span)
        diagnostics.append(Diagnostic(id, message, at: place, label: label, notes: notes))
    }

    mutating func secondDocument(_ span: Span) {
        refuse(
            "second-document", "a second document begins here", at: span,
            label: "one file holds one document: put it into a file of its own")
    }

    mutating func tooManyValues(_ span: Span, limit: Int) {
        refuse(
            "too-many-values", "the file holds more than \(limit) values", at: span,
            label: "divide it into several files")
    }

    mutating func tooManyMistakes(_ span: Span) {
        refuse(
            "too-many-mistakes", "the file is read no further after \(diagnostics.count) mistakes", at: span,
            label: "the rest was not looked at")
    }

    mutating func tooDeep(_ span: Span, limit: Int) {
        refuse(
            "too-deep", "values are nested more than \(limit) deep", at: span, label: "is a bracket not closed?")
    }

    mutating func duplicateKey(_ key: String, _ span: Span, first: Place) {
        refuse(
            "duplicate-key", "the key '\(key)' is given twice", at: span, label: "remove one of the two",
            notes: ["it is first given at \(first.description)"])
    }

    mutating func keyLeftOut(_ span: Span) {
        refuse("bad-key", "a key is left out", at: span, label: "write a word before ':'")
    }

    mutating func mergeKey(_ span: Span) {
        refuse(
            "bad-key", "merge keys are not part of the YAML that is read here", at: span,
            label: "write the keys out")
    }

    mutating func collectionAsKey(_ span: Span) {
        let isTemplate = marks.source.bytes[span.lower] == UInt8(ascii: "{")
        refuse(
            "bad-key", "a key must be a word, not a list or a mapping", at: span,
            label: isTemplate ? "put text that begins with '{' in quotes" : "write a word before ':'")
    }

    /// A value that is refused for its tag may well be an expression that begins with `!`.
    mutating func tag(_ span: Span) {
        let word = marks.word(at: span.lower)
        let text = marks.source.text(word)
        let isExpression = !text.hasPrefix("!!") && text.count > 1
        refuse(
            "yaml-tag", "'\(text)' is read as a YAML tag, and tags have no meaning here", at: word,
            label: isExpression ? UnquotedValue.wayOut : "remove it: a value is read as what its key wants")
    }

    mutating func anchor(_ span: Span) {
        let word = marks.word(at: span.lower)
        refuse(
            "yaml-anchor",
            "'\(marks.source.text(word))' is read as a YAML anchor, and anchors have no meaning here", at: word,
            label: "remove it, and write the value out where it is needed again")
    }

    mutating func alias(_ span: Span) {
        refuse(
            "yaml-alias", "'\(marks.source.text(span))' is read as a YAML alias, and aliases have no meaning here",
            at: span, label: "write the value out; text that begins with '*' goes in quotes")
    }
}
