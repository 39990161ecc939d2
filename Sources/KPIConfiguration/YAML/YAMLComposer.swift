import Diagnostics

/// Builds the tree from libyaml's events and refuses what our subset of YAML leaves out.
///
/// A refusal does not stop it: what was refused becomes ``YAMLNode/Kind/unreadable``, and the rest is still read.
struct YAMLComposer {
    /// Thrown past everything when going on would cost too much. It has been reported.
    struct LimitReached: Error {}

    private let source: SourceText
    private let limits: YAMLLimits
    private let events: YAMLEventStream
    private let offsets: ScalarOffsets
    private let masks: [Span]
    private var nodeCount = 0
    private(set) var diagnostics: [Diagnostic] = []

    /// `bytes` are the source's from `start` on, except that they may be masked where an earlier attempt failed.
    init(_ source: SourceText, masked bytes: [UInt8], masks: [Span], from start: Int, limits: YAMLLimits) {
        self.source = source
        self.limits = limits
        self.masks = masks
        events = YAMLEventStream(bytes[start...])
        offsets = ScalarOffsets(of: bytes, from: start)
    }

    func offsets(of error: YAMLSyntaxError) -> (problem: Int, context: Int) {
        (offsets.byte(ofScalar: error.problemMark), offsets.byte(ofScalar: error.contextMark))
    }

    /// The root of the only document; nil when there is none. Throws `YAMLSyntaxError` or ``LimitReached``.
    mutating func compose() throws -> YAMLNode? {
        var root: YAMLNode?
        while true {
            let event = try events.next()
            switch event.kind {
            case .streamEnd: return root
            case .documentStart where root != nil:
                refuse(
                    "second-document", "a second document begins here", at: span(of: event),
                    label: "one file holds one document: put it into a file of its own")
                return root
            case .streamStart, .documentStart, .documentEnd, .collectionEnd: continue
            default: root = try node(event, depth: 0)
            }
        }
    }

    private mutating func node(_ event: YAMLEvent, depth: Int) throws -> YAMLNode {
        try charge(event, depth: depth)
        let isRefused = refuseProperties(of: event)
        switch event.kind {
        case .scalar(let text, let style):
            return scalar(text, style, event, isRefused: isRefused)
        case .sequenceStart(let flow):
            return try sequence(event, flow: flow, depth: depth)
        case .mappingStart(let flow):
            return try mapping(event, flow: flow, depth: depth)
        default:
            refuseAlias(event)
            return YAMLNode(.unreadable, at: place(event))
        }
    }

    private mutating func charge(_ event: YAMLEvent, depth: Int) throws {
        nodeCount += 1
        if nodeCount > limits.nodes {
            refuse(
                "too-many-values", "the file holds more than \(limits.nodes) values", at: span(of: event),
                label: "divide it into several files")
            throw LimitReached()
        }
        if depth > limits.depth {
            refuse(
                "too-deep", "values are nested more than \(limits.depth) deep", at: span(of: event),
                label: "is a bracket not closed?")
            throw LimitReached()
        }
    }

    private func scalar(
        _ text: String, _ style: YAMLScalar.Style, _ event: YAMLEvent, isRefused: Bool
    ) -> YAMLNode {
        var span = span(of: event)
        if style == .literal || style == .folded { span = trimmed(span) }
        let place = Place(source, span)
        let isMasked = masks.contains { $0.overlaps(span) }
        guard !isRefused, !isMasked else { return YAMLNode(.unreadable, at: place) }
        let comment = style == .plain && !text.isEmpty ? comment(after: span.upper) : nil
        return YAMLNode(.scalar(YAMLScalar(text, style: style, at: place, comment: comment)), at: place)
    }

    private mutating func sequence(_ start: YAMLEvent, flow: Bool, depth: Int) throws -> YAMLNode {
        var nodes: [YAMLNode] = []
        while true {
            let event = try events.next()
            if case .collectionEnd = event.kind {
                let place = place(from: start, to: event, last: nodes.last?.span, flow: flow)
                return YAMLNode(.sequence(nodes, flow: flow), at: place)
            }
            nodes.append(try node(event, depth: depth + 1))
        }
    }

    private mutating func mapping(_ start: YAMLEvent, flow: Bool, depth: Int) throws -> YAMLNode {
        var entries: [YAMLEntry] = []
        var indices: [String: Int] = [:]
        var last: Span?
        while true {
            let event = try events.next()
            if case .collectionEnd = event.kind {
                let place = place(from: start, to: event, last: last, flow: flow)
                return YAMLNode(.mapping(entries, flow: flow), at: place)
            }
            let keyNode = try node(event, depth: depth + 1)
            let value = try node(events.next(), depth: depth + 1)
            last = value.span.isEmpty ? keyNode.span.union(value.span) : value.span
            guard let key = key(keyNode) else { continue }
            if let first = indices[key] {
                refuseDuplicate(key, keyNode, first: entries[first])
            } else {
                indices[key] = entries.count
                entries.append(YAMLEntry(key: key, keyPlace: keyNode.place, value: value))
            }
        }
    }
}

extension YAMLComposer {
    private mutating func refuse(
        _ id: Diagnostic.ID, _ message: String, at span: Span, label: String, notes: [String] = []
    ) {
        diagnostics.append(Diagnostic(id, message, at: Place(source, span), label: label, notes: notes))
    }

    private mutating func key(_ node: YAMLNode) -> String? {
        switch node.kind {
        case .scalar(let scalar) where scalar.isNull:
            refuse("bad-key", "a key is left out", at: node.span, label: "write a word before ':'")
        case .scalar(let scalar) where scalar.text == "<<" && scalar.style == .plain:
            refuse(
                "bad-key", "merge keys are not part of the YAML that is read here", at: node.span,
                label: "write the keys out")
        case .scalar(let scalar): return scalar.text
        case .sequence, .mapping:
            let isTemplate = source.bytes[node.span.lower] == UInt8(ascii: "{")
            refuse(
                "bad-key", "a key must be a word, not a list or a mapping", at: node.span,
                label: isTemplate ? "put text that begins with '{' in quotes" : "write a word before ':'")
        case .unreadable: break
        }
        return nil
    }

    private mutating func refuseDuplicate(_ key: String, _ node: YAMLNode, first: YAMLEntry) {
        refuse(
            "duplicate-key", "the key '\(key)' is given twice", at: node.span, label: "remove one of the two",
            notes: ["it is first given at \(first.keyPlace.description)"])
    }

    /// Tags and anchors. A value that is refused for them may well be an expression that begins with `!` or `&`.
    private mutating func refuseProperties(of event: YAMLEvent) -> Bool {
        let span = span(of: event)
        let word = Span(span.lower, wordEnd(from: span.lower))
        if event.tag != nil {
            let isShort = !source.text(word).hasPrefix("!!") && source.text(word).count > 1
            refuse(
                "yaml-tag", "'\(source.text(word))' is read as a YAML tag, and tags have no meaning here", at: word,
                label: isShort
                    ? UnquotedValue.wayOut : "remove the tag: a value is read as what its key wants")
        } else if event.anchor != nil {
            refuse(
                "yaml-anchor", "'\(source.text(word))' is read as a YAML anchor, and anchors have no meaning here",
                at: word, label: "remove it, and write the value out where it is needed again")
        }
        return event.tag != nil || event.anchor != nil
    }

    private mutating func refuseAlias(_ event: YAMLEvent) {
        let span = span(of: event)
        refuse(
            "yaml-alias", "'\(source.text(span))' is read as a YAML alias, and aliases have no meaning here", at: span,
            label: "write the value out; text that begins with '*' goes in quotes")
    }

    private func wordEnd(from offset: Int) -> Int {
        let stop: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
        return source.bytes[offset...].firstIndex { stop.contains($0) } ?? source.bytes.count
    }

    /// What a `#` cut off a plain scalar on its line.
    private func comment(after offset: Int) -> Span? {
        let bytes = source.bytes
        guard let hash = bytes[offset...].firstIndex(where: { $0 != 0x20 && $0 != 0x09 }), hash > offset,
            bytes[hash] == UInt8(ascii: "#")
        else { return nil }
        let end = bytes[hash...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        return Span(hash, end)
    }

    private func span(of event: YAMLEvent) -> Span {
        let lower = offsets.byte(ofScalar: event.lower)
        return Span(lower, max(lower, offsets.byte(ofScalar: event.upper)))
    }

    private func place(_ event: YAMLEvent) -> Place { Place(source, span(of: event)) }

    /// libyaml ends a block collection where the next token begins; it ends with its last value.
    private func place(from start: YAMLEvent, to end: YAMLEvent, last: Span?, flow: Bool) -> Place {
        let lower = span(of: start).lower
        let upper = flow ? span(of: end).upper : last?.upper ?? span(of: start).upper
        return Place(source, Span(lower, max(lower, upper)))
    }

    private func trimmed(_ span: Span) -> Span {
        let blank: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
        let last = source.bytes[span.lower..<span.upper].lastIndex { !blank.contains($0) }
        return Span(span.lower, last.map { $0 + 1 } ?? span.upper)
    }
}
