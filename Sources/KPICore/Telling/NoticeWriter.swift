/// Puts what is told into notices.
struct NoticeWriter {
    /// How several things come together.
    enum Form {
        /// They came within one wait.
        case group
        case digest
    }

    /// Lines of a notice that tells several things; more would not be read.
    static let longest = 15

    let catalog: Catalog
    let now: Instant

    init(_ catalog: Catalog, _ now: Instant) {
        (self.catalog, self.now) = (catalog, now)
    }

    /// One thing told by itself.
    ///
    /// - Parameter told: what the recipient was told before.
    func notice(
        of item: TellingPass.Item, told: Told, sequence: Int, episode: Int, to recipient: Recipient
    ) -> Notice {
        let alert = item.alert
        let times = times(of: item, told)
        return Notice(
            key: NoticeKey(
                subject: alert.identity.description, episode: episode, sequence: sequence,
                channel: recipient.channel, recipient: recipient.receiver),
            event: event(of: item, told), severity: item.truth?.severity ?? told.severity ?? .info,
            severityBefore: told.severity, language: recipient.language, at: Stamp(now, in: catalog.timetable.zone),
            since: times.since, until: times.until, alert: alert.identity,
            words: Notice.Words(
                title: title(of: alert.identity), message: alert.message, reason: alert.reason.label,
                note: note(of: item, told)),
            figures: figures(of: alert))
    }

    /// Several things told together.
    func notice(
        of all: [(item: TellingPass.Item, told: Told)], together form: Form, number: Int, to recipient: Recipient
    ) -> Notice {
        let lines = all.map { item, told in
            NoticeDigest.Line(
                event: item.truth == nil ? .resolved : event(of: item, told),
                severity: item.truth?.severity ?? told.severity ?? .info, line(of: item, told))
        }
        let sorted = lines.enumerated().sorted { a, b in
            let (first, second) = (a.element.rank, b.element.rank)
            return first == second ? a.offset < b.offset : first > second
        }.map(\.element)
        // When there are more, the last line is the one that says how many.
        let kept = sorted.count > Self.longest ? Self.longest - 1 : sorted.count
        return Notice(
            key: NoticeKey(
                subject: form == .digest ? "digest" : "group", episode: 1, sequence: number,
                channel: recipient.channel, recipient: recipient.address.isEmpty ? recipient.id.text : recipient.address
            ),
            event: .digest, severity: lines.compactMap(\.severity).max() ?? .info, language: recipient.language,
            at: Stamp(now, in: catalog.timetable.zone),
            words: Notice.Words(title: heading(lines, form), message: counts(lines)),
            digest: NoticeDigest(lines: Array(sorted.prefix(kept)), omitted: sorted.count - kept))
    }

    /// Says that what keeps a recipient from being told ends soon.
    func reminder(of act: Act, ending end: Instant, muting alerts: [Alert], to recipient: Recipient) -> Notice {
        let kept = alerts.count > Self.longest ? Self.longest - 1 : alerts.count
        let clock = Stamp(end, in: catalog.timetable.zone).clock
        let what = act.deed.name.label
        return Notice(
            key: NoticeKey(
                subject: "act/\(act.id)", episode: 1, sequence: 1, channel: recipient.channel,
                recipient: recipient.receiver),
            event: .suppressionEnding, severity: alerts.compactMap(\.phase.severity).max() ?? .info,
            language: recipient.language, at: Stamp(now, in: catalog.timetable.zone),
            words: Notice.Words(
                title: Label(
                    zh: "第 \(act.id) 号操作（\(what.zh)）将于 \(clock) 结束", en: "act \(act.id) (\(what.en)) ends at \(clock)"),
                message: Label(
                    zh: "\(act.author)：\(act.comment)。此后将再通知以下 \(alerts.count) 条告警。",
                    en: "\(act.author): \(act.comment). From then on you are told again of \(alerts.count) "
                        + (alerts.count == 1 ? "alert" : "alerts") + ".")),
            digest: NoticeDigest(
                lines: alerts.prefix(kept).map { alert in
                    let title = title(of: alert.identity)
                    return NoticeDigest.Line(
                        severity: alert.phase.severity,
                        Label(
                            zh: "\(title.zh)：\(alert.message.zh)", en: "\(title.en): \(alert.message.en)"))
                }, omitted: alerts.count - kept))
    }
}

extension NoticeDigest.Line {
    /// Graver things first, and what is over last.
    fileprivate var rank: Int {
        guard event != .resolved else { return -1 }
        return severity.flatMap { Severity.allCases.firstIndex(of: $0) } ?? 0
    }
}
