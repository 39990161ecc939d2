extension Suppressor {
    /// When it ends by itself, as far as that is known.
    package func end(_ acts: ActBook, _ timetable: Timetable, after now: Instant) -> Instant? {
        switch self {
        case .acknowledged(let act), .silenced(let act), .maintained(let act): acts.end(of: act)
        case .muted(let window): window.nextChange(after: now, timetable)
        case .inhibited, .flapping: nil
        }
    }

    /// What people read of it: who, why, and until when.
    package func label(_ timetable: Timetable) -> Label {
        switch self {
        case .acknowledged(let act): Self.label(act, Label(zh: "已确认", en: "acknowledged"), timetable)
        case .silenced(let act): Self.label(act, Label(zh: "已静默", en: "silenced"), timetable)
        case .maintained(let act): Self.label(act, Label(zh: "单位维护中", en: "the unit is under maintenance"), timetable)
        case .muted(let window):
            Label(zh: "免打扰时段（\(window.label.zh)）", en: "quiet hours (\(window.label.en))")
        case .inhibited(let source, _): Label(zh: "被告警 \(source) 抑制", en: "inhibited by the alert \(source)")
        case .flapping: Label(zh: "反复触发", en: "it comes and goes")
        }
    }

    private static func label(_ act: Act, _ what: Label, _ timetable: Timetable) -> Label {
        let comment = act.comment.isEmpty ? Label("") : Label(zh: "：\(act.comment)", en: ": \(act.comment)")
        let clock = act.deed.until.map { Stamp($0, in: timetable.zone).clock }
        return Label(
            zh: "\(act.author) \(what.zh)\(clock.map { "，至 \($0)" } ?? "")（第 \(act.id) 号操作）\(comment.zh)",
            en: "\(what.en) by \(act.author)\(clock.map { " until \($0)" } ?? "") (act \(act.id))\(comment.en)")
    }
}
