/// One line per unit of a target.
struct UnitGrid {
    private let grid: Grid

    init(_ target: TargetStatus, _ look: TableLook) {
        let units = target.units
        let bars = units.map { ProgressBar($0, target) }
        let mark = look.sign("┃", "|")
        let states = units.map { unit in
            unit.reportState.map { StyledText(ReportWords.text($0, look), ReportWords.ink($0)) }
                ?? StyledText(look.unknown, .faint)
        }
        let figures = FigureText.aligned(units.map { FigureText($0, target, look) }, look)
        grid = Grid(
            [
                Grid.Column(
                    look.say("状态", "light"), units.map { LightFace($0.light).text(look, suspect: $0.lightSuspect) }),
                Grid.Column(
                    look.say("单位", "unit"), sort: .name, units.map { StyledText($0.label[look.language]) }),
                Grid.Column(figures.heading, figures.cells),
                Grid.Column(look.say("进度 \(mark)计划", "bar \(mark)plan"), sort: .bar, []),
                Grid.Column(look.say("进度比", "pace"), givesWay: 1, units.map { PaceText.short($0, look) }),
                Grid.Column(look.say("上报", "report"), givesWay: 2, states),
            ], bars: bars, width: look.width - 2, look)
    }

    var heading: StyledText { grid.heading }

    func row(_ index: Int) -> StyledText { grid.row(index) }
}
