package import Diagnostics

/// Reads YAML, in the strict subset that configuration needs, into a tree that knows where everything stands.
///
/// The subset: UTF-8, one document, keys that are words and unique, no tags, no anchors and aliases, bounded depth and
/// size. Every departure is a diagnostic. No input makes it trap.
package struct YAMLReader: Sendable {
    private let limits: YAMLLimits

    package init(limits: YAMLLimits = YAMLLimits()) {
        self.limits = limits
    }

    package static func read(_ source: SourceText) -> YAMLDocument {
        YAMLReader().read(source)
    }

    /// Reads on past a value that is no YAML where it can, so that several such mistakes are told at once. What
    /// could not be read is ``YAMLNode/Kind/unreadable`` in the tree.
    package func read(_ source: SourceText) -> YAMLDocument {
        let gate = TextGate(source, limits: limits)
        guard let start = gate.start else {
            return YAMLDocument(source: source, root: nil, diagnostics: gate.diagnostics)
        }
        var mistakes: [Diagnostic] = []
        var masks: [Span] = []
        var bytes = source.bytes
        while true {
            var composer = YAMLComposer(source, masked: bytes, masks: masks, from: start, limits: limits)
            var root: YAMLNode?
            var repair: Span?
            do {
                root = try composer.compose()
            } catch let error as YAMLSyntaxError {
                let (problem, context) = composer.offsets(of: error)
                let mistake = SyntaxMistake(error, problem: problem, context: context, in: source)
                let isToldAlready = masks.contains { $0.overlaps(mistake.diagnostic.place?.span) }
                if !isToldAlready || mistakes.isEmpty { mistakes.append(mistake.diagnostic) }
                repair = mistake.repair.flatMap { isNew($0, among: masks) ? $0 : nil }
            } catch {}  // a limit, which the composer has reported
            if let repair {
                masks.append(repair)
                Self.mask(repair, in: &bytes)
            } else {
                let diagnostics = gate.diagnostics + (mistakes + composer.diagnostics).inReadingOrder()
                return YAMLDocument(source: source, root: root, diagnostics: diagnostics)
            }
        }
    }

    private func isNew(_ repair: Span, among masks: [Span]) -> Bool {
        masks.count < limits.repairs && !repair.isEmpty
            && !masks.contains { $0.overlaps(repair) }
    }

    /// Makes plain words of what was no YAML; offsets stay what they are.
    private static func mask(_ span: Span, in bytes: inout [UInt8]) {
        for offset in span.lower..<span.upper where bytes[offset] > UInt8(ascii: " ") {
            bytes[offset] = UInt8(ascii: "x")
        }
    }
}

extension Span {
    func overlaps(_ other: Span?) -> Bool {
        other.map { lower < $0.upper && $0.lower < upper } ?? false
    }
}
