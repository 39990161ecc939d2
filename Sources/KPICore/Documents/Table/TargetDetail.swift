/// One target at length: all its numbers in words, each unit on a line, and its alerts.
package struct TargetDetail: Sendable {
    private let target: TargetStatus
    private let alerts: [OpenAlert]?
    private let document: StatusDocument
    private let source: StatusSource?
    private let look: TableLook

    /// Nil when the document has no such target.
    package init?(
        of id: String, in document: StatusDocument, alerts: [OpenAlert]?, source: StatusSource? = nil,
        _ look: TableLook
    ) {
        guard let target = document.targets.first(where: { $0.whole.id == id }) else { return nil }
        self.target = target
        self.alerts = alerts?.filter { $0.target == id }
        self.document = document
        self.source = source
        self.look = look
    }

    package var text: String {
        let blocks = [
            heading, TargetFacts(target, document, look).lines, PartGrid(target, document, look).lines,
            HistoryLines(target, document, look).lines, PastLines(target, look).lines, units, findings, alertLines,
        ]
        return blocks.filter { !$0.isEmpty }.map { lines in
            lines.map { $0.rendered(look) + "\n" }.joined()
        }.joined(separator: "\n")
    }

    private var heading: [StyledText] {
        let whole = target.whole
        let face = LightFace(whole.light)
        let name = StyledText(whole.label[look.language], .strong) + StyledText("  \(whole.id)", .faint)
        var lines = name.wrapped(to: look.width)
        let time = MomentText(asOf: document.asOf, look)
        let age = time.distance(document.asOf).map { look.say("（\($0)）", " (\($0))") } ?? ""
        let place = [target.sectionLabel[look.language], look.say("截至 ", "as of ") + time.full(document.asOf) + age]
        lines += StyledText.flowed(
            place.filter { !$0.isEmpty }.map { StyledText($0, .faint) }, between: StyledText(look.dot, .faint),
            to: look.width)
        lines += StatusHeading(document, source, look).notice
        let why = look.say("：\(whole.why.zh)（按 \(target.policy)）", ": \(whole.why.en) (by \(target.policy))")
        lines += (face.text(look) + StyledText(why)).wrapped(to: look.width, indent: 2)
        if whole.lightSuspect {
            let doubt = look.say("? 数据存疑，此状态可能有误", "? figures are in doubt, and with them the light")
            lines += StyledText(doubt, .notice).wrapped(to: look.width, indent: 2)
        }
        let bar = ProgressBar(whole, target).drawn(min(60, look.width - 2), look)
        return lines + [bar]
    }

    private var units: [StyledText] {
        guard !target.units.isEmpty else { return [] }
        let grid = UnitGrid(target, look)
        return [StyledText(look.say("各单位", "Units"), .strong), StyledText("  ") + grid.heading]
            + target.units.indices.map { StyledText("  ") + grid.row($0) }
            + target.units.flatMap { unit -> [StyledText] in
                guard let finding = unit.ownFinding else { return [] }
                let words = look.say("\(unit.label.zh)：\(finding.zh)", "\(unit.label.en): \(finding.en)")
                return StyledText("  ? \(words)", .notice).wrapped(to: look.width, indent: 4)
            }
    }

    /// What is odd about the figures, and how to mend it.
    private var findings: [StyledText] {
        let open = document.findings.filter { $0.indicator == target.whole.id }
        guard !open.isEmpty else { return [] }
        return [StyledText(look.say("待核实的数据", "Figures to be checked"), .strong)]
            + open.flatMap { finding in
                let mark = finding.action == Finding.Action.reject.rawValue ? "✗" : "?"
                let place = [finding.unit, finding.period, finding.part].filter { !$0.isEmpty }.joined(separator: " ")
                let words = "\(mark) \(place)\(look.say("：", ": "))\(finding.message[look.language]) [\(finding.code)]"
                return StyledText("  \(words)", .notice).wrapped(to: look.width, indent: 4)
            }
    }

    private var alertLines: [StyledText] {
        let title = StyledText(look.say("告警", "Alerts"), .strong)
        guard let alerts else {
            return target.alerts.isEmpty ? [] : [title] + target.alerts.map { StyledText("  \($0)") }
        }
        guard !alerts.isEmpty else { return [title + StyledText(look.say("  没有", "  none"), .faint)] }
        let time = MomentText(asOf: document.asOf, look)
        return [title]
            + alerts.flatMap { alert -> [StyledText] in
                let mark = AlertMark(alert)
                let since = alert.since.map { look.say("，自 \(time.words($0))", ", since \(time.words($0))") } ?? ""
                let recovery = recovery(alert, time)
                let first =
                    StyledText("  ") + StyledText("\(mark.sign) \(mark.word(look))", mark.ink)
                    + StyledText("  \(alert.message[look.language])")
                return first.wrapped(to: look.width, indent: 4)
                    + StyledText("    \(alert.id)\(since)\(recovery)", .faint).wrapped(to: look.width, indent: 4)
            }
    }

    private func recovery(_ alert: OpenAlert, _ time: MomentText) -> String {
        guard let since = alert.recoveringSince.map(time.words) else { return "" }
        guard let end = alert.resolvesAt.map(time.words) else {
            return look.say("，\(since) 起恢复中", ", recovering since \(since)")
        }
        return look.say(
            "，\(since) 起恢复中，如不复发 \(end) 解除", ", recovering since \(since), over at \(end) if it stays clear")
    }
}
