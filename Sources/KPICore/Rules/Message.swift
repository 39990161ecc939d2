/// A rule's words in every language.
package struct Message: Sendable {
    package let zh: MessageTemplate
    package let en: MessageTemplate

    package init(zh: MessageTemplate, en: MessageTemplate) {
        (self.zh, self.en) = (zh, en)
    }
}
