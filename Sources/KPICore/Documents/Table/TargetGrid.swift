/// One line per target with its light, figures, bar, pace, dates and alerts.
struct TargetGrid {
    private let grid: Grid
    private let look: TableLook
    private let names: [StyledText]
    private let lights: [StyledText]
    private let figures: [StyledText]
    private let bars: [ProgressBar]
    private let alerts: [StyledText]

    init(_ document: StatusDocument, _ alerts: [OpenAlert]?, _ look: TableLook) {
        self.look = look
        let targets = document.targets
        let wholes = targets.map(\.whole)
        let time = MomentText(asOf: document.asOf, look)
        let byTarget = Dictionary(grouping: alerts ?? [], by: \.target)
        lights = wholes.map { LightFace($0.light).text(look, suspect: $0.lightSuspect) }
        names = wholes.map { StyledText($0.label[look.language]) }
        let aligned = FigureText.aligned(targets.map { FigureText($0.whole, $0, look) }, look)
        figures = aligned.cells
        bars = targets.map { ProgressBar($0.whole, $0) }
        self.alerts = targets.map { target in
            if alerts != nil { return AlertMark.counts(of: byTarget[target.whole.id] ?? []) }
            return target.alerts.isEmpty ? StyledText() : StyledText("\(target.alerts.count)", .notice)
        }
        let mark = look.sign("┃", "|")
        grid = Grid(
            [
                Grid.Column(look.say("状态", "light"), lights),
                Grid.Column(look.say("指标", "target"), sort: .name, names),
                Grid.Column(aligned.heading, figures),
                Grid.Column(look.say("进度 \(mark)计划", "bar \(mark)plan"), sort: .bar, []),
                Grid.Column(look.say("进度比", "pace"), givesWay: 3, wholes.map { PaceText.short($0, look) }),
                Grid.Column(look.say("最近上报", "last report"), givesWay: 1, wholes.map { time.brief($0.lastReport) }),
                Grid.Column(look.say("下次应报", "next due"), givesWay: 2, wholes.map { time.brief($0.nextDue) }),
                Grid.Column(look.say("告警", "alerts"), self.alerts),
            ], bars: bars, width: look.width - 2, look)
    }

    /// Without room for a line, figures stand below the name.
    private var isStacked: Bool { look.width < TableLook.narrow || !grid.fits }

    var heading: [StyledText] {
        isStacked ? [] : [StyledText("  ") + grid.heading]
    }

    func rows(_ index: Int) -> [StyledText] {
        guard isStacked else { return [StyledText("  ") + grid.row(index)] }
        let light = lights[index].padded(to: lights.map(\.width).max() ?? 0)
        let alert = alerts[index].isEmpty ? StyledText() : StyledText("  ") + alerts[index]
        let room = look.width - 2 - light.width - 2 - alert.width
        let first = StyledText("  ") + light + StyledText("  ") + names[index].cut(to: max(6, room), look) + alert
        let figure = figures[index].padded(to: figures.map(\.width).max() ?? 0)
        let rest = look.width - 6 - figure.width - (look.unicode ? 0 : 2)
        let bar = rest < 6 ? StyledText() : bars[index].drawn(min(rest, 24), look)
        return [first, StyledText("    ") + figure + StyledText("  ") + bar]
    }
}
