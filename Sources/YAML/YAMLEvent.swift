/// One step of libyaml's walk through a file, its marks in Unicode scalars.
struct YAMLEvent {
    enum Kind {
        case streamStart, streamEnd, documentStart, documentEnd
        case alias
        case scalar(String, YAMLScalar.Style)
        case sequenceStart(flow: Bool)
        case mappingStart(flow: Bool)
        case collectionEnd
    }

    let kind: Kind
    /// `!tag` or `&anchor` before the value, as far as there is one.
    var tag: String?
    var anchor: String?
    let lower: Int
    let upper: Int
}
