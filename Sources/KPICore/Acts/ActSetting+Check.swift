extension ActSetting {
    /// Whether a deed may be done now.
    ///
    /// - Parameter comment: nil where only what would happen is asked for.
    package func check(_ deed: Deed, comment: String?) throws(ActRefusal) {
        switch deed {
        case .acknowledge(let acknowledgement):
            guard open.contains(where: { $0.identity == acknowledgement.alert }) else {
                throw unknownAlert(acknowledgement.alert.description)
            }
        case .silence(let silence):
            guard !silence.matchers.all.isEmpty else {
                throw ActRefusal(
                    .invalid, "no-matcher", zh: "至少需要一个条件，如 unit=370811：没有条件会静默所有告警。",
                    en: "it needs at least one condition such as unit=370811: without any it would silence every alert."
                )
            }
            for matcher in silence.matchers.all { try check(matcher) }
            try check(comment: comment)
        case .maintain(let maintenance):
            guard catalog.units[maintenance.unit] != nil else { throw unknownUnit(maintenance.unit.text) }
            try check(comment: comment)
        case .undo(let id): try check(undoing: id)
        }
        if let until = deed.until, until <= now {
            let end = until.stamp(in: catalog.timetable.zone)
            throw ActRefusal(.invalid, "end-in-past", zh: "结束时间 \(end) 已经过去。", en: "its end, \(end), is past.")
        }
    }

    /// A misspelt name would silence nothing, or with `!=` everything. A pattern with a star is nobody's name.
    private func check(_ matcher: Matchers.Matcher) throws(ActRefusal) {
        guard let known = names(of: matcher.field) else { return }
        for value in matcher.values where !value.contains("*") && !known.contains(value) {
            let (field, words) = (matcher.field.rawValue, Self.words(for: matcher.field))
            throw .unknown(field, zh: words, value, in: known, asAny: field)
        }
    }

    private static func words(for field: Matchers.Field) -> String {
        switch field {
        case .rule: "规则"
        case .target: "指标"
        case .unit: "单位"
        case .scope: "范围"
        case .severity: "级别"
        case .section: "板块"
        case .owner: "负责人"
        case .tag: "标签"
        }
    }

    private func check(comment: String?) throws(ActRefusal) {
        guard let comment, comment.allSatisfy(\.isWhitespace) else { return }
        throw ActRefusal(
            .invalid, "no-comment", zh: "需要说明原因（comment）：别人会问为什么没有接到通知。",
            en: "it needs a comment: others will ask why they were not told.")
    }

    private func check(undoing id: Int64) throws(ActRefusal) {
        guard let act = acts[id] else {
            throw ActRefusal(
                .unknown, "unknown-act", zh: "没有编号为 \(id) 的操作：kpictl acts --all 列出所有操作。",
                en: "there is no act \(id): kpictl acts --all lists them all.")
        }
        if act.deed.name == .undo {
            throw ActRefusal(
                .invalid, "not-undoable", zh: "操作 \(id) 本身就是撤销，不能再撤销。",
                en: "act \(id) took another one back; it cannot itself be taken back.")
        }
        guard let end = acts.end(of: act), end <= now else { return }
        let stamp = end.stamp(in: catalog.timetable.zone)
        throw acts.undone(id) == nil
            ? ActRefusal(.invalid, "ended-act", zh: "操作 \(id) 已于 \(stamp) 结束。", en: "act \(id) ended at \(stamp).")
            : ActRefusal(
                .invalid, "undone-act", zh: "操作 \(id) 已于 \(stamp) 撤销。", en: "act \(id) was taken back at \(stamp).")
    }
}
