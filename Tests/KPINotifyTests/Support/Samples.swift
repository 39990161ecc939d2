import CEL

@testable import KPICore
@testable import KPINotify

func moment(_ text: String) -> Instant {
    guard let instant = Instant(text) else { preconditionFailure("no moment: \(text)") }
    return instant
}

/// A notice as the tests need it: the behind-plan alert of a county.
enum Samples {
    static let now = moment("2021-07-10T01:00:05Z")

    static func stamp(_ text: String) -> Stamp {
        guard let stamp = Stamp(text) else { preconditionFailure("no stamp: \(text)") }
        return stamp
    }

    static let title = Label(zh: "任城区 · 引进科技人才", en: "Rencheng · Talent recruited")
    static let message = Label(zh: "任城区：引进科技人才 14/30", en: "Rencheng: Talent recruited 14/30")

    static func notice(
        _ event: NoticeEvent = .fired, severity: Severity = .critical, before: Severity? = nil,
        in language: Language = .en, unit: UnitID = "370811", episode: Int = 1, sequence: Int = 1,
        channel: String = "ops", recipient: String = "", since: String = "2021-07-07T17:30:00+08:00",
        until: String? = nil, title: Label = title, message: Label = message, digest: NoticeDigest? = nil
    ) -> Notice {
        let alert = AlertIdentity(rule: "behind-plan", target: "talent.recruits", unit: unit)
        return Notice(
            key: NoticeKey(
                subject: alert.description, episode: episode, sequence: sequence, channel: channel,
                recipient: recipient),
            event: event, severity: severity, severityBefore: before, language: language,
            at: stamp(until ?? "2021-07-10T09:00:00+08:00"), since: stamp(since), until: until.map(stamp),
            alert: event.isOfAlert ? alert : nil,
            words: Notice.Words(title: title, message: message, reason: Reason.conditionHeld.label),
            figures: [
                NoticeFigure(
                    "value", label: Label(zh: "完成", en: "Value"), unit: "人", atFiring: 14, atWorst: 14, now: 14)
            ], digest: digest)
    }
}

extension Delivery {
    /// `delivered: …`, `temporary 120s: …`, `permanent: …`, with the reason in English.
    var said: String {
        switch self {
        case .delivered(let receipt): "delivered: \(receipt)"
        case .temporary(let reason, nil): "temporary: \(reason.en)"
        case .temporary(let reason, let wait?): "temporary \(wait.components.seconds)s: \(reason.en)"
        case .permanent(let reason): "permanent: \(reason.en)"
        }
    }
}

extension JSON {
    /// What a path leads to, such as `digest.lines.0`.
    func at(_ path: String) -> JSON? {
        path.split(separator: ".").reduce(self as JSON?) { json, step in
            if case .array(let elements) = json, let index = Int(step) {
                return elements.indices.contains(index) ? elements[index] : nil
            }
            return json?[String(step)]
        }
    }
}
