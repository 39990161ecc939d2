import Diagnostics

extension StyledText {
    /// Broken into lines no wider than asked: at blanks, and between Chinese characters, never before a closing sign.
    /// Lines after the first begin with the indent.
    func wrapped(to width: Int, indent: Int = 0) -> [StyledText] {
        let blanks = StyledText(String(repeating: " ", count: indent))
        var lines: [StyledText] = []
        var line = StyledText()
        var hasWords = false
        for piece in pieces {
            if hasWords, line.width + piece.inkWidth > width {
                lines.append(line)
                line = blanks
                hasWords = false
            }
            if lines.isEmpty || hasWords || !piece.isBlank {
                line += piece
                hasWords = hasWords || !piece.isBlank
            }
        }
        return lines + [line]
    }

    /// Items one after the other, as many on a line as there is room for. Lines after the first begin below the first
    /// item; an item that is wider than a line is wrapped.
    static func flowed(
        _ items: [StyledText], after title: StyledText = StyledText(), between separator: StyledText, to width: Int
    ) -> [StyledText] {
        let indent = title.width
        let blanks = StyledText(String(repeating: " ", count: indent))
        var lines = [title]
        var isFresh = true
        for item in items {
            let next = isFresh ? lines[lines.count - 1] + item : lines[lines.count - 1] + separator + item
            if next.width <= width {
                lines[lines.count - 1] = next
            } else {
                let start = isFresh ? lines.removeLast() : blanks
                lines += (start + item).wrapped(to: width, indent: indent)
            }
            isFresh = false
        }
        return lines
    }

    /// The smallest parts that must stay on one line, blanks at their end included.
    private var pieces: [StyledText] {
        var pieces: [StyledText] = []
        var piece = StyledText()
        var last: Character?
        for run in runs {
            var text = ""
            for character in run.text {
                if let last, Self.mayBreak(last, character) {
                    pieces.append(piece + StyledText(text, run.ink))
                    (piece, text) = (StyledText(), "")
                }
                text.append(character)
                last = character
            }
            piece += StyledText(text, run.ink)
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    private static let closing: Set<Character> = ["，", "。", "、", "；", "：", "）", "》", "”", "！", "？", "…", "%", ")"]
    private static let opening: Set<Character> = ["（", "《", "“", "("]

    private static func mayBreak(_ before: Character, _ after: Character) -> Bool {
        if after == " " { return false }
        if before == " " { return true }
        guard DisplayWidth.of(String(before)) > 1 || DisplayWidth.of(String(after)) > 1 else { return false }
        return !closing.contains(after) && !opening.contains(before)
    }

    private var isBlank: Bool { runs.allSatisfy { $0.text.allSatisfy { $0 == " " } } }

    /// Without the blanks at its end, which may stand beyond the edge.
    private var inkWidth: Int { width - plain.reversed().prefix { $0 == " " }.count }
}
