/// The units that have not reported: on which targets, for which period, since when.
struct MissingReports {
    private let document: StatusDocument
    private let look: TableLook

    init(_ document: StatusDocument, _ look: TableLook) {
        (self.document, self.look) = (document, look)
    }

    var lines: [StyledText] {
        let units = document.reports.missingByUnit
        guard !units.isEmpty else { return [] }
        let title = look.say(
            "未上报（\(units.count)个单位）", "Not reported (\(units.count) \(units.count == 1 ? "unit" : "units"))")
        let names = units.map { StyledText($0.label[look.language]).cut(to: 24, look) }
        let width = names.map(\.width).max() ?? 0
        return [StyledText(title, .strong)]
            + zip(units, names).flatMap { unit, name in
                (StyledText("  ") + name.padded(to: width) + StyledText("  ") + demands(of: unit))
                    .wrapped(to: look.width, indent: width + 4)
            }
    }

    private func demands(of unit: ReportingStatus.UnitMissing) -> StyledText {
        let labels = Dictionary(
            document.targets.map { ($0.whole.id, $0.whole.label[look.language]) },
            uniquingKeysWith: { first, _ in first })
        let time = MomentText(asOf: document.asOf, look)
        var order: [[String]] = []
        var members: [[String]: [String]] = [:]
        for report in unit.reports {
            let key = [report.period, report.due]
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(labels[report.target] ?? report.target)
        }
        return order.map { key in
            let names = (members[key] ?? []).joined(separator: look.comma)
            let since = time.words(key[1])
            return StyledText(names)
                + StyledText(
                    look.say("：\(key[0])，期限 \(since)", ": \(key[0]), was due \(since)"), .faint)
        }.joined(StyledText(look.say("；", "; ")))
    }
}
