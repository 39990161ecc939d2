/// A notice as its receiver reads it, in parts from which each medium puts its message together.
package struct NoticeText: Sendable, Hashable {
    /// Something stated beside the message: `Since`, `2021-07-07 17:30`.
    package struct Fact: Sendable, Hashable {
        package let name: String
        package let text: String
    }

    /// One line that says how grave it is, what happened, and to what: `[critical] Talent recruited · Rencheng`.
    package let subject: String
    /// The message; it may have several lines.
    package let message: String
    package let facts: [Fact]
    /// The lines of a digest, the last of which says how many were left out.
    package let lines: [String]
    package let language: Language

    package init(_ notice: Notice) {
        let language = notice.language
        self.language = language
        let tag = notice.tag[language]
        let title = notice.words.title[language]
        subject = language == .zh ? "【\(tag)】\(title)" : "[\(tag)] \(title)"
        message = notice.words.message[language]
        facts = Self.facts(notice)
        lines = notice.digest.map { Self.lines($0, language) } ?? []
    }

    /// The whole of it but the subject, for media without markup.
    package var plain: String {
        let colon = language == .zh ? "：" : ": "
        let parts = [[message], lines, facts.map { $0.name + colon + $0.text }]
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private static func facts(_ notice: Notice) -> [Fact] {
        let language = notice.language
        var facts: [Fact] = []
        func add(_ name: Label, _ text: String?) {
            if let text, !text.isEmpty { facts.append(Fact(name: name[language], text: text)) }
        }
        if notice.alert != nil { add(Label(zh: "程度", en: "Severity"), notice.severity.word[language]) }
        add(Label(zh: "原因", en: "Why"), notice.words.reason?[language])
        add(Label(zh: "说明", en: "Note"), notice.words.note?[language])
        for figure in notice.figures { add(figure.label, figure.text(language, isOver: notice.isOver)) }
        add(Label(zh: "开始", en: "Since"), notice.since?.clock)
        add(Label(zh: "结束", en: "Until"), notice.until?.clock)
        add(Label(zh: "告警", en: "Alert"), notice.alert?.description)
        return facts
    }

    private static func lines(_ digest: NoticeDigest, _ language: Language) -> [String] {
        let more = digest.omitted > 0 ? [more(digest.omitted, language)] : []
        return digest.lines.map { "\($0.sign) \($0.text[language])" } + more
    }

    /// Says that so many lines are not there.
    package static func more(_ count: Int, _ language: Language) -> String {
        language == .zh ? "…… 还有 \(count) 行" : "… \(count) more"
    }
}

extension NoticeDigest.Line {
    fileprivate var sign: String {
        if event == .resolved { return "✓" }
        return switch severity {
        case .critical: "!!"
        case .warning: "!"
        case .info: "i"
        case nil: "·"
        }
    }
}
