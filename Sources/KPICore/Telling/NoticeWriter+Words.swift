extension NoticeWriter {
    /// What a notice tells, by what happened and by what kept it back.
    func event(of item: TellingPass.Item, _ told: Told) -> NoticeEvent {
        guard let difference = item.difference else { return .reminder }
        if told.withheld != nil { return .suppressionEnded }
        return item.alert.reason == .dataCorrected ? .corrected : difference.event
    }

    /// The target, and the unit where it is not all of them.
    func title(of alert: AlertIdentity) -> Label {
        let target = catalog[alert.target]?.label ?? Label(alert.target.text)
        guard let unit = catalog.units.index(of: alert.unit), unit != UnitTree.root else { return target }
        let name = catalog.units.units[unit].label
        return Label(zh: "\(target.zh) · \(name.zh)", en: "\(target.en) · \(name.en)")
    }

    func note(of item: TellingPass.Item, _ told: Told) -> Label? {
        var notes: [Label] = []
        if let withheld = told.withheld {
            let clock = Stamp(withheld.since, in: catalog.timetable.zone).clock
            notes.append(
                Label(
                    zh: "自 \(clock) 起未通知：\(withheld.note.zh)", en: "not told since \(clock): \(withheld.note.en)"))
        }
        if item.difference == .begunAgain {
            notes.append(Label(zh: "其间曾解除，又再次触发", en: "it was over in between, and fired again"))
        }
        guard let first = notes.first else { return nil }
        return notes.dropFirst().reduce(first) { Label(zh: "\($0.zh)；\($1.zh)", en: "\($0.en); \($1.en)") }
    }

    func times(of item: TellingPass.Item, _ told: Told) -> (since: Stamp?, until: Stamp?) {
        let zone = catalog.timetable.zone
        if let truth = item.truth { return (Stamp(truth.since, in: zone), nil) }
        guard case .resolved(let resolved) = item.alert.phase else { return (nil, Stamp(now, in: zone)) }
        return (Stamp(resolved.firedSince, in: zone), Stamp(resolved.at, in: zone))
    }

    func line(of item: TellingPass.Item, _ told: Told) -> Label {
        let title = title(of: item.alert.identity)
        let note = note(of: item, told).map { Label(zh: "（\($0.zh)）", en: " (\($0.en))") } ?? Label("")
        guard item.truth == nil else {
            return Label(
                zh: "\(title.zh)：\(item.alert.message.zh)\(note.zh)",
                en: "\(title.en): \(item.alert.message.en)\(note.en)")
        }
        let reason = item.alert.reason.label
        return Label(
            zh: "\(title.zh)：已解除，\(reason.zh)\(note.zh)", en: "\(title.en): resolved, \(reason.en)\(note.en)")
    }

    func figures(of alert: Alert) -> [NoticeFigure] {
        let target = catalog[alert.identity.target]
        // A share is kept as a part of one, and its unit of measure is the percent sign.
        let (format, unit) = target?.kind.isShare == true ? (Format.percent, "") : (.plain, target?.unitOfMeasure ?? "")
        let shown: [(String, Label, Format, String)] = [
            ("value", Label(zh: "数值", en: "Value"), format, unit),
            ("progress", Label(zh: "完成率", en: "Progress"), .percent, ""),
        ]
        return shown.compactMap { name, label, format, unit in
            func number(_ values: [NamedValue]) -> Double? { values.first { $0.name == name }?.value }
            let (firing, worst, last) = (number(alert.atFiring), number(alert.atWorst), number(alert.values))
            guard firing != nil || worst != nil || last != nil else { return nil }
            return NoticeFigure(
                name, label: label, format: format, unit: unit, atFiring: firing, atWorst: worst, now: last)
        }
    }

    func heading(_ lines: [NoticeDigest.Line], _ form: Form) -> Label {
        switch form {
        case .group: Label(zh: "\(lines.count) 项变化", en: "\(lines.count) changes")
        case .digest:
            Label(
                zh: "\(lines.count) 项变化（定期汇总）",
                en: "\(lines.count) \(lines.count == 1 ? "change" : "changes") since the last digest")
        }
    }

    /// `2 critical, 1 resolved`
    func counts(_ lines: [NoticeDigest.Line]) -> Label {
        var parts: [Label] = []
        let over = lines.count { $0.event == .resolved }
        for severity in Severity.allCases.reversed() {
            let count = lines.count { $0.event != .resolved && $0.severity == severity }
            if count > 0 {
                parts.append(Label(zh: "\(severity.word.zh) \(count) 项", en: "\(count) \(severity.word.en)"))
            }
        }
        if over > 0 { parts.append(Label(zh: "已解除 \(over) 项", en: "\(over) resolved")) }
        return Label(zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: ", "))
    }
}

extension Deed.Name {
    /// What people read.
    package var label: Label {
        switch self {
        case .acknowledge: Label(zh: "确认", en: "acknowledgement")
        case .silence: Label(zh: "静默", en: "silence")
        case .maintain: Label(zh: "单位维护", en: "maintenance")
        case .undo: Label(zh: "撤销", en: "undo")
        }
    }
}
