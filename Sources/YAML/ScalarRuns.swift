import Diagnostics

/// Finds the way from each byte of a scalar's text back to the file, by decoding the scalar a second time and noting
/// where each byte came from.
///
/// libyaml says what a scalar means but not how it got there. The second decoding follows the same rules; tests hold
/// the two against each other.
enum ScalarRuns {
    static func of(_ scalar: YAMLScalar) -> [Excerpt.Run] {
        let decoded = decode(scalar)
        guard decoded.bytes.elementsEqual(scalar.text.utf8) else {
            // Both decodings should agree. Were they not to, the scalar's beginning is still a true place.
            return [Excerpt.Run(offset: 0, sourceOffset: scalar.place.span.lower)]
        }
        return decoded.runs
    }

    static func decode(_ scalar: YAMLScalar) -> TracedText {
        let span = scalar.place.span
        let source = scalar.place.source.bytes
        switch scalar.style {
        case .plain: return FlowScalarDecoder(source[span.lower..<span.upper], quote: nil).decode()
        case .singleQuoted, .doubleQuoted:
            guard span.upper - span.lower >= 2 else { return TracedText(from: span.lower) }
            let quote = source[span.lower]
            return FlowScalarDecoder(source[(span.lower + 1)..<(span.upper - 1)], quote: quote).decode()
        case .literal, .folded:
            return BlockScalarDecoder(scalar).decode()
        }
    }
}
