import Diagnostics

/// Builds the tree from libyaml's events and refuses what our subset of YAML leaves out.
///
/// A refusal does not stop it: what was refused becomes ``YAMLNode/Kind/unreadable``, and the rest is still read.
struct YAMLComposer {
    /// Thrown past everything when going on would cost too much. It has been reported.
    struct LimitReached: Error {}

    private let limits: YAMLLimits
    private let events: YAMLEventStream
    private let marks: YAMLMarks
    private let masks: [Span]
    private var nodeCount = 0
    private var refusals: YAMLRefusals

    /// `bytes` are the source's, except that they may be masked where an earlier attempt failed.
    init(_ source: SourceText, masked bytes: [UInt8], masks: [Span], from start: Int, limits: YAMLLimits) {
        self.limits = limits
        self.masks = masks
        events = YAMLEventStream(bytes[start...])
        marks = YAMLMarks(source, offsets: ScalarOffsets(of: bytes, from: start))
        refusals = YAMLRefusals(marks: marks)
    }

    var diagnostics: [Diagnostic] { refusals.diagnostics }

    func offsets(of error: YAMLSyntaxError) -> (problem: Int, context: Int) {
        (marks.byte(ofScalar: error.problemMark), marks.byte(ofScalar: error.contextMark))
    }

    /// The root of the only document; nil when there is none. Throws `YAMLSyntaxError` or ``LimitReached``.
    mutating func compose() throws -> YAMLNode? {
        var root: YAMLNode?
        while true {
            let event = try events.next()
            switch event.kind {
            case .streamEnd: return root
            case .documentStart where root != nil:
                refusals.secondDocument(marks.span(of: event))
                return root
            case .streamStart, .documentStart, .documentEnd, .collectionEnd: continue
            default: root = try node(event, depth: 0)
            }
        }
    }

    private mutating func node(_ event: YAMLEvent, depth: Int) throws -> YAMLNode {
        try charge(event, depth: depth)
        if event.tag != nil {
            refusals.tag(marks.span(of: event))
        } else if event.anchor != nil {
            refusals.anchor(marks.span(of: event))
        }
        switch event.kind {
        case .scalar(let text, let style): return scalar(text, style, event)
        case .sequenceStart(let flow): return try sequence(event, flow: flow, depth: depth)
        case .mappingStart(let flow): return try mapping(event, flow: flow, depth: depth)
        default:
            let span = marks.span(of: event)
            refusals.alias(span)
            return YAMLNode(.unreadable, at: Place(marks.source, span))
        }
    }

    private mutating func charge(_ event: YAMLEvent, depth: Int) throws {
        nodeCount += 1
        if nodeCount > limits.nodes {
            refusals.tooManyValues(marks.span(of: event), limit: limits.nodes)
        } else if depth > limits.depth {
            refusals.tooDeep(marks.span(of: event), limit: limits.depth)
        } else if refusals.diagnostics.count >= limits.mistakes {
            refusals.tooManyMistakes(marks.span(of: event))
        } else {
            return
        }
        throw LimitReached()
    }

    private func scalar(_ text: String, _ style: YAMLScalar.Style, _ event: YAMLEvent) -> YAMLNode {
        var span = marks.span(of: event)
        if style == .literal || style == .folded { span = marks.trimmed(span) }
        let place = Place(marks.source, span)
        let isMasked = masks.contains { $0.overlaps(span) }
        guard !isMasked, event.tag == nil, event.anchor == nil else { return YAMLNode(.unreadable, at: place) }
        let comment = style == .plain && !text.isEmpty ? marks.comment(after: span.upper) : nil
        return YAMLNode(.scalar(YAMLScalar(text, style: style, at: place, comment: comment)), at: place)
    }

    private mutating func sequence(_ start: YAMLEvent, flow: Bool, depth: Int) throws -> YAMLNode {
        var nodes: [YAMLNode] = []
        while true {
            let event = try events.next()
            if case .collectionEnd = event.kind {
                let place = marks.place(from: start, to: event, last: nodes.last?.span, flow: flow)
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
                let place = marks.place(from: start, to: event, last: last, flow: flow)
                return YAMLNode(.mapping(entries, flow: flow), at: place)
            }
            let keyNode = try node(event, depth: depth + 1)
            let value = try node(events.next(), depth: depth + 1)
            last = value.span.isEmpty ? keyNode.span.union(value.span) : value.span
            guard let key = key(keyNode) else { continue }
            if let first = indices[key] {
                refusals.duplicateKey(key, keyNode.span, first: entries[first].keyPlace)
            } else {
                indices[key] = entries.count
                entries.append(YAMLEntry(key: key, keyPlace: keyNode.place, value: value))
            }
        }
    }

    private mutating func key(_ node: YAMLNode) -> String? {
        switch node.kind {
        case .scalar(let scalar) where scalar.isNull: refusals.keyLeftOut(node.span)
        case .scalar(let scalar) where scalar.text == "<<" && scalar.style == .plain: refusals.mergeKey(node.span)
        case .scalar(let scalar): return scalar.text
        case .sequence, .mapping: refusals.collectionAsKey(node.span)
        case .unreadable: break
        }
        return nil
    }
}
