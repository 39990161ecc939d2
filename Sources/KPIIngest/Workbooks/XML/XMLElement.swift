/// The beginning of an element. Names are without their namespaces: the two editions of the standard differ in nothing
/// else that matters here.
struct XMLElement {
    struct Attribute {
        let name: String
        let value: String
        /// Its name had a prefix.
        let isQualified: Bool
    }

    let name: String
    /// Of the element around it; empty for the outermost.
    let parent: String
    /// 1 for the outermost.
    let depth: Int
    let attributes: [Attribute]

    /// An attribute of the element's own vocabulary.
    subscript(name: String) -> String? {
        attributes.first { !$0.isQualified && $0.name == name }?.value
    }

    /// An attribute with a prefix, as in `r:id`.
    func qualified(_ name: String) -> String? {
        attributes.first { $0.isQualified && $0.name == name }?.value
    }

    /// Whether an attribute says yes.
    func says(_ name: String) -> Bool {
        let value = self[name]
        return value == "1" || value == "true" || value == "on"
    }
}
