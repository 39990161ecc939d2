/// A text in every language, equals: neither is a translation that may be missing.
package struct Label: Sendable, Hashable, Decodable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) {
        (self.zh, self.en) = (zh, en)
    }

    /// The same text whoever reads it.
    package init(_ text: String) {
        self.init(zh: text, en: text)
    }

    package subscript(language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
