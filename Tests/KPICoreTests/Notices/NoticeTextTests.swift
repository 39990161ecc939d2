import Testing

@testable import KPICore

struct NoticeTextTests {
    private func subject(
        _ event: NoticeEvent, _ language: Language, _ severity: Severity = .critical, before: Severity? = nil,
        isOver: Bool = false
    ) -> String {
        NoticeText(
            NoticeSamples.notice(
                event, severity: severity, before: before, in: language,
                until: isOver ? "2021-07-10T09:00:00+08:00" : nil)
        ).subject
    }

    @Test func theSubjectSaysHowThingsStand() {
        #expect(subject(.fired, .en) == "[critical] Rencheng · Talent recruited")
        #expect(subject(.fired, .zh, .warning) == "【警告】任城区 · 引进科技人才")
        let tags: [(NoticeEvent, Severity?, Bool, String, String)] = [
            (.changed, .warning, false, "critical, was warning", "严重，原为警告"),
            (.changed, .critical, false, "critical", "严重"), (.changed, nil, false, "critical", "严重"),
            (.resolved, .critical, true, "resolved", "已解除"), (.reminder, nil, false, "still critical", "仍为严重"),
            (.corrected, nil, false, "corrected: critical", "更正：严重"),
            (.corrected, nil, true, "corrected: resolved", "更正：已解除"),
            (.suppressionEnded, nil, false, "critical, no longer muted", "严重，静默已结束"),
            (.suppressionEnded, nil, true, "resolved, no longer muted", "已解除，静默已结束"),
            (.suppressionEnding, nil, false, "critical, mute ends soon", "严重，静默即将结束"),
            (.digest, nil, false, "digest", "汇总"), (.undelivered, nil, false, "not delivered", "未送达"),
            (.test, nil, false, "test", "测试"),
        ]
        #expect(Set(tags.map(\.0)).union([.fired]) == Set(NoticeEvent.allCases))
        for (event, before, isOver, en, zh) in tags {
            #expect(subject(event, .en, before: before, isOver: isOver) == "[\(en)] Rencheng · Talent recruited")
            #expect(subject(event, .zh, before: before, isOver: isOver) == "【\(zh)】任城区 · 引进科技人才")
        }
    }

    @Test func aResolvedAlertTellsItsWholeStory() {
        let notice = NoticeSamples.notice(
            .resolved, until: "2021-07-10T09:00:00+08:00",
            words: Notice.Words(
                title: NoticeSamples.words.title, message: NoticeSamples.words.message,
                reason: Reason.conditionCleared.label, note: Label(zh: "曾静默 2 天", en: "it was silenced for 2 days")),
            figures: [
                NoticeSamples.figure,
                NoticeFigure(
                    "progress", label: Label(zh: "进度", en: "Progress"), format: .percent, atFiring: 0.4667,
                    atWorst: nil, now: 0.8333),
                NoticeFigure(
                    "goal", label: Label(zh: "目标", en: "Goal"), unit: "人", atFiring: 30, atWorst: 30, now: 30),
            ])
        #expect(
            NoticeText(notice).plain == """
                Rencheng: Talent recruited 14/30 against plan 50%

                Severity: critical
                Why: the condition to clear it holds
                Note: it was silenced for 2 days
                Value: 14 人 at firing · 12 人 at worst · 25 人 at the end
                Progress: 46.7% at firing · unknown at worst · 83.3% at the end
                Goal: 30 人
                Since: 2021-07-07 17:30
                Until: 2021-07-10 09:00
                Alert: behind-plan/recruits/370811
                """)
    }

    @Test func chineseIsAnEqual() {
        let notice = NoticeSamples.notice(in: .zh)
        #expect(
            NoticeText(notice).plain == """
                任城区：引进科技人才 14/30，时间进度 50%

                程度：严重
                原因：条件成立
                完成：触发时 14 人 · 最差时 12 人 · 现在 25 人
                开始：2021-07-07 17:30
                告警：behind-plan/recruits/370811
                """)
    }

    @Test func aDigestSaysWhatItLeavesOut() {
        func digest(_ language: Language) -> NoticeText {
            NoticeText(
                NoticeSamples.notice(
                    .digest, in: language,
                    words: Notice.Words(
                        title: Label(zh: "本周", en: "this week"),
                        message: Label(zh: "有变化的 14 项", en: "14 things changed")),
                    figures: [],
                    digest: NoticeDigest(
                        lines: [
                            .init(event: .fired, severity: .critical, Label(zh: "甲", en: "A")),
                            .init(event: .changed, severity: .warning, Label(zh: "乙", en: "B")),
                            .init(event: .resolved, severity: .critical, Label(zh: "丙", en: "C")),
                            .init(severity: .info, Label(zh: "丁", en: "D")), .init(Label(zh: "戊", en: "E")),
                        ], omitted: 9)))
        }
        #expect(digest(.en).lines == ["!! A", "! B", "✓ C", "i D", "· E", "… 9 more"])
        #expect(digest(.zh).lines == ["!! 甲", "! 乙", "✓ 丙", "i 丁", "· 戊", "…… 还有 9 行"])
        #expect(digest(.en).plain.hasPrefix("14 things changed\n\n!! A\n! B\n"))
    }
}
