internal import KPICore

/// Makes a text fit that may have so many bytes and no more.
enum Shortening {
    /// Ends at the end of a line, and says how many more there were. A first line that is too long by itself is cut
    /// within.
    static func fit(_ lines: [String], within limit: Int, separator: String = "\n", _ language: Language) -> String {
        let whole = lines.joined(separator: separator)
        if whole.utf8.count <= limit { return whole }
        var kept: [String] = []
        for (index, line) in lines.enumerated() {
            let rest = lines.count - index - 1
            let more = rest > 0 ? [NoticeText.more(rest, language)] : []
            guard (kept + [line] + more).joined(separator: separator).utf8.count <= limit else { break }
            kept.append(line)
        }
        if kept.isEmpty { kept = [cut(lines[0], within: limit, before: lines.count - 1, separator, language)] }
        let left = lines.count - kept.count
        return (kept + (left > 0 ? [NoticeText.more(left, language)] : [])).joined(separator: separator)
    }

    private static func cut(
        _ line: String, within limit: Int, before rest: Int, _ separator: String, _ language: Language
    ) -> String {
        let tail = rest > 0 ? separator + NoticeText.more(rest, language) : ""
        let room = limit - tail.utf8.count - "…".utf8.count
        var text = ""
        var size = 0
        for character in line {
            size += character.utf8.count
            if size > room { break }
            text.append(character)
        }
        return text + "…"
    }
}
