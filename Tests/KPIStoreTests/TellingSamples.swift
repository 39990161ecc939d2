import KPICore

@testable import KPIStore

/// Notices and what goes with them, for tests that need some.
enum Telling {
    static let note = Label(zh: "周六不通知", en: "not on \"Saturdays\"\n")

    static func notice(
        _ sequence: Int = 1, event: NoticeEvent = .fired, severity: Severity = .warning, channel: String = "wecom",
        of alert: AlertIdentity? = behind, at: String = "2021-07-05T16:00:00+08:00"
    ) throws -> Notice {
        guard let stamp = Stamp(at) else { throw UnreadableRow(table: "-", column: "at", content: at) }
        return Notice(
            key: NoticeKey(
                subject: alert?.description ?? "daily", episode: 1, sequence: sequence, channel: channel,
                recipient: "ops"),
            event: event, severity: severity, language: .zh, at: stamp, since: stamp, alert: alert,
            words: .init(
                title: Label(zh: "任城区", en: "Rencheng"), message: Label(zh: "落后", en: "behind"),
                reason: Reason.conditionHeld.label, note: note),
            figures: [NoticeFigure("value", label: Label("v"), atFiring: 0.1, atWorst: nil, now: 62)],
            digest: alert == nil ? NoticeDigest(lines: [.init(event: .fired, severity: .info, note)]) : nil)
    }

    static func decided(_ notices: Notice..., to recipient: RecipientID = "ops") -> [DecidedNotice] {
        notices.map { DecidedNotice(recipient: recipient, notice: $0) }
    }

    static func tick(
        _ telling: TellingRecord, alerts: [Alert] = [], transitions: [Transition] = [],
        renamed: [AlertIdentity: AlertIdentity] = [:]
    ) -> Tick {
        Tick(
            alerts: alerts, renamed: renamed, transitions: transitions, evaluatedThrough: received, telling: telling)
    }

    static func withholding(_ step: Withholding.Step = .began, of alert: AlertIdentity = behind) -> Withholding {
        Withholding(Told.Key(alert, "ops"), at: received, step, by: .muted, note: note)
    }

    static func attempt(
        _ attempt: Int, of notice: Int64, _ outcome: DeliveryAttempt.Outcome, at: Instant = received,
        next: Instant? = nil
    ) -> DeliveryAttempt {
        DeliveryAttempt(notice: notice, attempt: attempt, at: at, outcome: outcome, detail: note, next: next)
    }

    static func acknowledgement(of alert: AlertIdentity = behind) -> Deed {
        .acknowledge(Acknowledgement(alert: alert, episode: 2, severity: .critical))
    }
}
