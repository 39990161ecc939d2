import Diagnostics

/// A line of text in pieces of different ink. Its width is that of a terminal, not a count of characters.
struct StyledText: Sendable, Hashable {
    struct Run: Sendable, Hashable {
        var text: String
        let ink: Ink
    }

    private(set) var runs: [Run]

    init(_ text: String = "", _ ink: Ink = .plain) {
        runs = text.isEmpty ? [] : [Run(text: text, ink: ink)]
    }

    var width: Int { runs.reduce(0) { $0 + DisplayWidth.of($1.text) } }
    var plain: String { runs.map(\.text).joined() }
    var isEmpty: Bool { runs.isEmpty }

    static func + (a: StyledText, b: StyledText) -> StyledText {
        var sum = a
        sum += b
        return sum
    }

    /// Pieces of one ink become one.
    static func += (a: inout StyledText, b: StyledText) {
        for run in b.runs {
            if let last = a.runs.indices.last, a.runs[last].ink == run.ink {
                a.runs[last].text += run.text
            } else {
                a.runs.append(run)
            }
        }
    }

    /// Filled with blanks up to a width; a wider text stays as it is.
    func padded(to width: Int, right: Bool = false) -> StyledText {
        let gap = StyledText(String(repeating: " ", count: max(0, width - self.width)))
        return right ? gap + self : self + gap
    }

    /// What fits, with `…` in place of the rest. A wide character is kept whole or left out.
    func cut(to width: Int, _ look: TableLook) -> StyledText {
        guard self.width > width else { return self }
        let mark = look.sign("…", "~")
        var room = width - DisplayWidth.of(mark)
        var kept = StyledText()
        var ink = Ink.plain
        for run in runs {
            ink = run.ink
            let head = prefix(of: run.text, room)
            kept += StyledText(head, run.ink)
            room -= DisplayWidth.of(head)
            if head.utf8.count < run.text.utf8.count { break }
        }
        return kept + StyledText(mark, ink)
    }

    private func prefix(of text: String, _ width: Int) -> String {
        var head = ""
        var used = 0
        for character in text {
            used += DisplayWidth.of(String(character))
            guard used <= width else { break }
            head.append(character)
        }
        return head
    }

    /// The text for the terminal, without the blanks at its end.
    func rendered(_ look: TableLook) -> String {
        var runs = runs
        while let last = runs.indices.last {
            while runs[last].text.hasSuffix(" ") { runs[last].text.removeLast() }
            guard runs[last].text.isEmpty else { break }
            runs.removeLast()
        }
        return runs.reduce(into: "") { line, run in
            guard look.colour, let attributes = run.ink.attributes else { return line += run.text }
            line += "\u{1B}[\(attributes)m\(run.text)\u{1B}[0m"
        }
    }
}

extension Sequence<StyledText> {
    func joined(_ separator: StyledText) -> StyledText {
        var sum = StyledText()
        for (index, text) in self.enumerated() {
            sum += index == 0 ? text : separator + text
        }
        return sum
    }
}
