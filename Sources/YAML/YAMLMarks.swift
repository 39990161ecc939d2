import Diagnostics

/// Leads libyaml's marks to spans in the file, and puts right those that reach too far.
struct YAMLMarks {
    let source: SourceText
    private let offsets: ScalarOffsets

    init(_ source: SourceText, offsets: ScalarOffsets) {
        self.source = source
        self.offsets = offsets
    }

    func byte(ofScalar index: Int) -> Int { offsets.byte(ofScalar: index) }

    func span(of event: YAMLEvent) -> Span {
        let lower = offsets.byte(ofScalar: event.lower)
        return Span(lower, max(lower, offsets.byte(ofScalar: event.upper)))
    }

    /// libyaml ends a block collection where the next token begins; it ends with its last value.
    func place(from start: YAMLEvent, to end: YAMLEvent, last: Span?, flow: Bool) -> Place {
        let lower = span(of: start).lower
        let upper = flow ? span(of: end).upper : last?.upper ?? span(of: start).upper
        return Place(source, Span(lower, max(lower, upper)))
    }

    /// A text block ends with its last word, not with the blank lines behind it.
    func trimmed(_ span: Span) -> Span {
        let last = source.bytes[span.lower..<span.upper].lastIndex { $0 > UInt8(ascii: " ") }
        return Span(span.lower, last.map { $0 + 1 } ?? span.upper)
    }

    /// From a place to the end of the word there.
    func word(at offset: Int) -> Span {
        let end = source.bytes[offset...].firstIndex { $0 <= UInt8(ascii: " ") } ?? source.bytes.count
        return Span(offset, end)
    }

    /// What a `#` cut off a plain scalar on its line.
    func comment(after offset: Int) -> Span? {
        let bytes = source.bytes
        guard let hash = bytes[offset...].firstIndex(where: { $0 != 0x20 && $0 != 0x09 }), hash > offset,
            bytes[hash] == UInt8(ascii: "#")
        else { return nil }
        let end = bytes[hash...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        return Span(hash, end)
    }
}
