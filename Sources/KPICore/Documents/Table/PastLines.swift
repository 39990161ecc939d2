/// How the closed editions of a target ended, a line each.
struct PastLines {
    private let target: TargetStatus
    private let look: TableLook

    init(_ target: TargetStatus, _ look: TableLook) {
        (self.target, self.look) = (target, look)
    }

    var lines: [StyledText] {
        let past = target.past
        guard !past.isEmpty else { return [] }
        let spans = past.map { StyledText(Self.span($0.from, $0.to, look)) }
        let lights = past.map { LightFace($0.light).text(look) }
        let figures = past.map { FigureText($0, target, look) }
        let done = figures.map { StyledText($0.done).width }.max() ?? 0
        let rows = past.indices.map { row in
            StyledText("  ") + spans[row].padded(to: spans.map(\.width).max() ?? 0) + StyledText("  ")
                + lights[row].padded(to: lights.map(\.width).max() ?? 0) + StyledText("  ")
                + StyledText(figures[row].done, .strong).padded(to: done, right: true) + StyledText(figures[row].asked)
        }
        let ways = past.map { edition in
            edition.progress.map { look.percent($0) }.map { look.say("已完成 \($0)", "\($0) of the way") }
        }
        // What can be worked out from the figures stands where there is room for it.
        let full = zip(rows, ways).map { row, way in row + StyledText(way.map { look.dot + $0 } ?? "", .faint) }
        let fits = full.allSatisfy { $0.width <= look.width }
        return [StyledText(look.say("往期", "Past"), .strong)]
            + (fits ? full : rows.flatMap { $0.wrapped(to: look.width, indent: 4) })
    }

    /// `2020` for a calendar year, else its first and last day.
    static func span(_ from: String, _ to: String, _ look: TableLook) -> String {
        let year = from.prefix(4)
        if from == "\(year)-01-01", to == "\(year)-12-31" { return String(year) }
        return from + look.sign(" – ", " - ") + to
    }
}

extension FigureText {
    /// Of a closed edition.
    init(_ past: PastEdition, _ target: TargetStatus, _ look: TableLook) {
        self.init(value: past.value, goal: past.goal, target, look)
    }
}
