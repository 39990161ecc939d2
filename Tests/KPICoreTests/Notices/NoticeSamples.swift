import CEL

@testable import KPICore

/// A notice as the tests need it: the behind-plan alert of a county, told to `ops`.
enum NoticeSamples {
    static func stamp(_ text: String) -> Stamp {
        guard let stamp = Stamp(text) else { preconditionFailure("no stamp: \(text)") }
        return stamp
    }

    static let words = Notice.Words(
        title: Label(zh: "任城区 · 引进科技人才", en: "Rencheng · Talent recruited"),
        message: Label(zh: "任城区：引进科技人才 14/30，时间进度 50%", en: "Rencheng: Talent recruited 14/30 against plan 50%"),
        reason: Reason.conditionHeld.label)

    static let figure = NoticeFigure(
        "value", label: Label(zh: "完成", en: "Value"), unit: "人", atFiring: 14, atWorst: 12, now: 25)

    static func notice(
        _ event: NoticeEvent = .fired, severity: Severity = .critical, before: Severity? = nil,
        in language: Language = .en, until: String? = nil, words: Notice.Words = words,
        figures: [NoticeFigure] = [figure], digest: NoticeDigest? = nil
    ) -> Notice {
        Notice(
            key: NoticeKey(subject: "behind-plan/recruits/370811", episode: 2, sequence: 1, channel: "ops"),
            event: event, severity: severity, severityBefore: before, language: language,
            at: stamp("2021-07-10T09:00:00+08:00"), since: stamp("2021-07-07T17:30:00+08:00"),
            until: until.map(stamp),
            alert: event == .digest
                ? nil : AlertIdentity(rule: "behind-plan", target: "recruits", unit: "370811"),
            words: words, figures: figures, digest: digest)
    }
}
