/// How far things have come, and where the plan stands, on one scale from nothing to the goal.
struct ProgressBar {
    let progress: Double?
    let planned: Double?
    let ink: Ink

    init(_ status: SubjectStatus, _ target: TargetStatus) {
        // A cadence has no way to go: its value is itself a share.
        progress = status.progress ?? (target.kind == Kind.cadence.rawValue ? status.value : nil)
        planned = target.hasPlan ? status.planned : nil
        ink = LightFace(status.light).ink
    }

    /// Both are rounded down, so that what is behind never passes the mark, and only what is done is full.
    func drawn(_ width: Int, _ look: TableLook) -> StyledText {
        let scale = planned == nil ? width : width - 1  // the mark stands between the cells of the scale
        func cells(_ share: Double) -> Int { Int(min(max(share, 0), 1) * Double(scale) + 1e-9) }
        let mark = planned.map(cells)
        guard let progress else {
            let nothing = look.sign("·", " ")
            return bar(width, mark, look) { _ in (nothing, .faint) }
        }
        let filled = cells(progress)
        let full = look.sign("█", "#")
        let empty = look.sign("░", ".")
        return bar(width, mark, look) { $0 < filled ? (full, ink) : (empty, .faint) }
    }

    private func bar(
        _ width: Int, _ mark: Int?, _ look: TableLook, _ cell: (Int) -> (text: String, ink: Ink)
    ) -> StyledText {
        var text = StyledText()
        var run = ("", Ink.plain)
        for index in 0..<width {
            let isPast = mark.map { index > $0 } ?? false
            let next = index == mark ? (text: look.sign("┃", "|"), ink: Ink.strong) : cell(isPast ? index - 1 : index)
            if next.ink == run.1 {
                run.0 += next.text
            } else {
                text += StyledText(run.0, run.1)
                run = (next.text, next.ink)
            }
        }
        text += StyledText(run.0, run.1)
        return look.unicode ? text : StyledText("[") + text + StyledText("]")
    }
}
