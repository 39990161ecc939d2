internal import KPICore

/// Text of a notice where a service reads markdown. What stands in it was written for people, and must mean nothing to
/// the service: no link, no mention, no colour of its own.
enum Markdown {
    /// For services that know no escapes: a space of no width parts the signs that would mean something together.
    static func parted(_ text: String) -> String {
        var result = ""
        var last: Unicode.Scalar?
        for scalar in clean(text).unicodeScalars {
            let isLink = last == "]" && scalar == "("
            let isPair = last == scalar && "*_~`".unicodeScalars.contains(scalar)
            if isLink || isPair || last == "<" { result.unicodeScalars.append("\u{200B}") }
            result.unicodeScalars.append(scalar)
            last = scalar
        }
        return result
    }

    /// For services that read HTML's entities.
    static func escaped(_ text: String) -> String {
        clean(text).unicodeScalars.reduce(into: "") { result, scalar in
            if "&<>*~[]`#".unicodeScalars.contains(scalar) {
                result += "&#\(scalar.value);"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }

    /// The message, the lines and the facts, one a line.
    static func lines(_ text: NoticeText, _ plain: (String) -> String) -> [String] {
        let message = text.message.split(whereSeparator: \.isNewline).map { plain(String($0)) }
        let colon = text.language == .zh ? "：" : ": "
        let facts = text.facts.map { "**\(plain($0.name))**\(colon)\(plain($0.text))" }
        return message + text.lines.map(plain) + facts
    }

    private static func clean(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}
