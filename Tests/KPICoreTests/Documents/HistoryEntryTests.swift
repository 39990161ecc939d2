import CEL
import Testing

@testable import KPICore

/// What happened, as people and programs read it.
struct HistoryEntryTests {
    private static let alert = AlertIdentity(rule: "behind-plan", target: "recruits", unit: "370811")
    private static let at = NoticeSamples.stamp("2021-07-10T09:00:00+08:00").instant
    private static let zone = Zone(name: "+08:00", first: 28_800)
    private static let addressed = HistoryEntry.Addressed(
        notice: 7, key: "k", event: .fired, channel: "wecom", recipient: "ops", alert: alert)

    private static func act(_ deed: Deed, _ comment: String = "在跟进\u{1B}[31m\n明天") -> HistoryEntry.Event {
        .act(Act(id: 3, at: at, author: "alice", comment: comment, deed: deed))
    }

    private static let events: [(HistoryEntry.Event, zh: String, en: String)] = [
        (
            .transition(
                9,
                Transition(
                    alert: alert, episode: 2, from: .pending, to: .firing, severityBefore: .warning,
                    severity: .critical, at: at, ref: LocalDate(dayNumber: 0), reason: .conditionHeld,
                    message: Label(zh: "落后", en: "behind"), values: [NamedValue("value", 3)])),
            "待定 → 触发（警告 → 严重）：落后（条件成立）",
            "pending → firing (warning → critical): behind (the condition holds)"
        ),
        (
            act(.acknowledge(Acknowledgement(alert: alert, episode: 2, severity: .critical, until: at))),
            "操作 3，alice 确认，至 2021-07-10 09:00：在跟进 [31m 明天",
            "act 3, alice acknowledged it until 2021-07-10 09:00: 在跟进 [31m 明天"
        ),
        (act(.undo(2), ""), "操作 3，alice 撤销操作 2", "act 3, alice took act 2 back"),
        (
            .withholding(Withholding(Told.Key(alert, "ops"), at: at, .began, by: .muted, note: Label("x"))),
            "暂不通知 ops：x", "kept from ops: x"
        ),
        (
            .notice(NoticeSamples.notice(), addressed), "通知 7 致 ops（wecom）：【严重】任城区 · 引进科技人才",
            "notice 7 to ops over wecom: [critical] Rencheng · Talent recruited"
        ),
        (
            .delivery(
                DeliveryAttempt(
                    notice: 7, attempt: 2, at: at, outcome: .postponed, detail: Label("timeout"),
                    next: at.adding(seconds: 60)), addressed),
            "通知 7 致 ops（wecom）：第 2 次发送，2021-07-10 09:01 再试（timeout）",
            "notice 7 to ops over wecom: attempt 2, to be tried again at 2021-07-10 09:01 (timeout)"
        ),
    ]

    @Test func aLineSaysWhatHappened() {
        for (event, zh, en) in Self.events {
            let entry = HistoryEntry(event, cursor: .start)
            let subject = entry.alert.map { "\($0)  " } ?? ""
            #expect(entry.text(.zh, Self.zone) == "2021-07-10 09:00  \(subject)\(zh)")
            #expect(entry.text(.en, Self.zone, namesAlert: false) == "2021-07-10 09:00  \(en)")
        }
    }

    @Test func aProgramFindsTheSameMembersEverywhere() throws {
        for (event, _, _) in Self.events {
            let entry = HistoryEntry(event, cursor: .start)
            let json = try #require(JSON(parsing: entry.json(in: Self.zone).compact))
            #expect(json["at"]?.text == "2021-07-10T09:00:00+08:00")
            #expect(json["alert"]?["id"]?.text == entry.alert?.description)
            #expect(json["kind"]?.text != nil)
        }
    }

    @Test func aNoticeIsToldWhole() throws {
        let notice = NoticeSamples.notice()
        let json = HistoryEntry(.notice(notice, Self.addressed), cursor: .start).json(in: Self.zone)
        #expect(try Notice(json: try #require(json["content"])) == notice)
    }
}
