import CLibYAML

/// libyaml's parser over bytes in memory. All that is unsafe about a C library stays in this file: both pointers are
/// allocated, used and freed here and nowhere else, which is what makes the class safe to others.
@safe
final class YAMLEventStream {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// A copy of the input, because the parser reads on as long as it lives.
    private let input: UnsafeMutableBufferPointer<UInt8>

    init(_ bytes: some Collection<UInt8>) {
        unsafe parser = .allocate(capacity: 1)
        unsafe input = .allocate(capacity: bytes.count)
        _ = unsafe input.initialize(fromContentsOf: bytes)
        unsafe parser.initialize(to: yaml_parser_t())
        let ready = unsafe yaml_parser_initialize(parser)
        precondition(ready == 1, "libyaml initialises as long as there is memory")
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
        unsafe input.deallocate()
    }

    /// Not to be asked again after it threw or the stream ended.
    func next() throws(YAMLSyntaxError) -> YAMLEvent {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw error }
        defer { unsafe yaml_event_delete(&event) }
        return unsafe Self.read(event)
    }

    private var error: YAMLSyntaxError {
        func text(_ string: UnsafePointer<CChar>?) -> String {
            unsafe string.map { unsafe String(cString: $0) } ?? ""
        }
        return unsafe YAMLSyntaxError(
            problem: text(parser.pointee.problem), problemMark: parser.pointee.problem_mark.index,
            context: text(parser.pointee.context), contextMark: parser.pointee.context_mark.index)
    }

    private static func read(_ event: yaml_event_t) -> YAMLEvent {
        var tag: UnsafeMutablePointer<UInt8>?
        var anchor: UnsafeMutablePointer<UInt8>?
        let kind: YAMLEvent.Kind
        switch unsafe event.type {
        case YAML_STREAM_END_EVENT: kind = .streamEnd
        case YAML_DOCUMENT_START_EVENT: kind = .documentStart
        case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
        case YAML_ALIAS_EVENT: kind = .alias
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            unsafe (tag, anchor) = (scalar.tag, scalar.anchor)
            let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            kind = unsafe .scalar(String(decoding: bytes, as: UTF8.self), style(scalar.style))
        case YAML_SEQUENCE_START_EVENT:
            let sequence = unsafe event.data.sequence_start
            unsafe (tag, anchor) = (sequence.tag, sequence.anchor)
            kind = unsafe .sequenceStart(flow: sequence.style == YAML_FLOW_SEQUENCE_STYLE)
        case YAML_MAPPING_START_EVENT:
            let mapping = unsafe event.data.mapping_start
            unsafe (tag, anchor) = (mapping.tag, mapping.anchor)
            kind = unsafe .mappingStart(flow: mapping.style == YAML_FLOW_MAPPING_STYLE)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .collectionEnd
        default: kind = .streamStart
        }
        return unsafe YAMLEvent(
            kind: kind, tag: tag.map { unsafe String(cString: $0) }, anchor: anchor.map { unsafe String(cString: $0) },
            lower: event.start_mark.index, upper: event.end_mark.index)
    }

    private static func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }
}
