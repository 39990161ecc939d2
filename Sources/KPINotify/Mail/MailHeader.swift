internal import KPICore

/// Text in the head of a mail, whatever it is written in (RFC 2047).
enum MailHeader {
    /// As it is where that is plain and short; otherwise in encoded words, each on a line of its own.
    static func text(_ text: String) -> String { isPlain(text) ? text : encoded(text) }

    static func address(_ address: MailAddress) -> String {
        if address.name.isEmpty { return address.text }
        guard isPlain(address.name) else { return "\(encoded(address.name))\r\n <\(address.text)>" }
        let quoted = address.name.reduce(into: "") { text, character in
            if character == "\"" || character == "\\" { text.append("\\") }
            text.append(character)
        }
        return "\"\(quoted)\" <\(address.text)>"
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.count <= 60 && !text.contains("=?") && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
            && text.first != " " && text.last != " "
    }

    /// A word has at most 75 characters, and no character is torn between two (RFC 2047, 2 and 5).
    private static func encoded(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            // A line break would begin another header.
            let bytes = Array((scalar.value < 0x20 || scalar.value == 0x7F ? " " : Character(scalar)).utf8)
            if words[words.count - 1].count + bytes.count > 45 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?utf-8?B?\(Base64.encode($0))?=" }.joined(separator: "\r\n ")
    }
}
