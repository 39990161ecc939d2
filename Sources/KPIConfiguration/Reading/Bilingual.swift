import YAML

/// The same in Chinese and in English.
package struct Bilingual<Value> {
    package let zh: Value
    package let en: Value

    package init(zh: Value, en: Value) {
        self.zh = zh
        self.en = en
    }
}

extension Bilingual: Sendable where Value: Sendable {}
extension Bilingual: Equatable where Value: Equatable {}

extension Shape {
    /// `{zh: …, en: …}`, or one value that is the same in both languages.
    package static func bilingual<Element>(_ element: Shape<Element>) -> Shape where Value == Bilingual<Element> {
        let wanted = "\(element.wanted), or one each for zh and en"
        return Shape(wanted) { field in
            guard case .mapping = field.node.kind else {
                return element.read(field).map { Bilingual(zh: $0, en: $0) }
            }
            return Shape.mapping { reader in
                if !reader.has("zh"), !reader.has("en"), case .mapping(_, flow: true) = field.node.kind {
                    reader.acceptOtherKeys()
                    return field.refuseType(wanted: wanted, label: "text that begins with '{' goes in quotes")
                }
                let zh = reader.required("zh", element)
                let en = reader.required("en", element)
                guard let zh, let en else { return nil }
                return Bilingual(zh: zh, en: en)
            }.read(field)
        }
    }
}
