/// One line per part of a target: how it stands, by when it was to be done, and when it was.
struct PartGrid {
    private let target: TargetStatus
    private let look: TableLook
    private let time: MomentText

    init(_ target: TargetStatus, _ document: StatusDocument, _ look: TableLook) {
        self.target = target
        self.look = look
        time = MomentText(asOf: document.asOf, look)
    }

    var lines: [StyledText] {
        let parts = target.parts
        guard !parts.isEmpty else { return [] }
        let grid = Grid(columns, bars: [], width: look.width - 2, look)
        return [StyledText(title, .strong), StyledText("  ") + grid.heading]
            + parts.indices.map { StyledText("  ") + grid.row($0) }
    }

    private var title: String {
        switch Kind(rawValue: target.kind) {
        case .milestone: look.say("阶段", "Stages")
        case .checklist: look.say("事项", "Items")
        case .coverage: look.say("覆盖对象", "Members")
        case .cadence: look.say("各期", "Periods")
        case .gate: look.say("违反", "Violations")
        default: look.say("组成", "Parts")
        }
    }

    private var columns: [Grid.Column] {
        let parts = target.parts
        return [
            Grid.Column(look.say("状态", "state"), parts.map { PartFace($0).text(look) }),
            // The id by which alerts call it, where it has a name of its own.
            column(look.say("编号", "id"), givesWay: 3, if: { hasName($0) }) { StyledText($0.id, .faint) },
            Grid.Column(look.say("名称", "name"), sort: .name, parts.map { StyledText($0.label[look.language]) }),
            column(look.say("完成/应有", "value/asked"), givesWay: 5, if: { $0.atLeast != 1 || $0.value > 1 }) {
                StyledText(amount($0))
            },
            // A day that is everyone's, and the target's, is told with the target.
            column(look.say("期限", "due"), givesWay: 6, if: { $0.due != nil && $0.due != target.due }) { day($0.due) },
            column(look.say("完成于", "done on"), givesWay: 4, if: { $0.doneOn != nil }) { part in
                day(part.doneOn, isLate: isLate(part))
            },
            column(look.say("责任人", "owner"), givesWay: 2, if: { !$0.owner.isEmpty }) { StyledText($0.owner) },
            column(look.say("单位", "unit"), givesWay: 1, if: { $0.unit != nil }) { StyledText(unit($0)) },
        ].compactMap { $0 }
    }

    /// Nil where no part has anything to say in it.
    private func column(
        _ heading: String, givesWay: Int? = nil, if tells: (PartStatus) -> Bool, _ cell: (PartStatus) -> StyledText
    ) -> Grid.Column? {
        guard target.parts.contains(where: tells) else { return nil }
        return Grid.Column(heading, givesWay: givesWay, target.parts.map(cell))
    }

    private func hasName(_ part: PartStatus) -> Bool { part.label[look.language] != part.id && !part.id.isEmpty }

    private func isLate(_ part: PartStatus) -> Bool {
        guard let due = part.due, let doneOn = part.doneOn else { return false }
        return doneOn > due
    }

    private func amount(_ part: PartStatus) -> String {
        "\(Decimal.text(part.value, digits: 2))/\(Decimal.text(part.atLeast, digits: 2))"
    }

    private func day(_ date: String?, isLate: Bool = false) -> StyledText {
        date.map { StyledText(time.day($0), isLate ? .notice : .plain) } ?? StyledText(look.unknown, .faint)
    }

    private func unit(_ part: PartStatus) -> String {
        target.units.first { $0.id == part.unit }?.label[look.language] ?? part.unit ?? ""
    }
}
