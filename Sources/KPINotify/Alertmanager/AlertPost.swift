internal import CEL
internal import KPICore

/// Alerts as an Alertmanager's version 2 API takes them.
struct AlertPost: Sendable {
    let settings: AlertmanagerSettings

    /// A notice of an alert as it stands. The severity is a label, and another label is another alert there: whatever
    /// severity the alert may have had before ends in the same post.
    func alerts(_ notice: Notice, now: Instant) -> [JSON] {
        guard let alert = notice.alert else { return [] }
        let others = Severity.allCases.filter { $0 != notice.severity }
        let end = notice.until ?? notice.at
        return [standing(notice, alert, now: now)]
            + others.map { severity in
                .object([
                    JSON.Member("labels", labels(alert, severity)), JSON.Member("annotations", .object([])),
                    JSON.Member("endsAt", .string(end.text)),
                ])
            }
    }

    /// An alert that lasts for five minutes, to see where it arrives.
    func test(_ notice: Notice, now: Instant) -> [JSON] {
        let own = [
            JSON.Member("alertname", .string("kpid-test")), JSON.Member("severity", .string(notice.severity.rawValue)),
        ]
        return [
            .object([
                JSON.Member("labels", .object(own + added)), JSON.Member("annotations", annotations(notice)),
                JSON.Member("startsAt", .string(Self.text(now))),
                JSON.Member("endsAt", .string(Self.text(now.adding(seconds: 300)))),
            ])
        ]
    }

    private func standing(_ notice: Notice, _ alert: AlertIdentity, now: Instant) -> JSON {
        let lapse = Self.text(now.adding(seconds: settings.lapseAfter.components.seconds))
        return .object([
            JSON.Member("labels", labels(alert, notice.severity)), JSON.Member("annotations", annotations(notice)),
            JSON.Member("startsAt", .string((notice.since ?? notice.at).text)),
            JSON.Member("endsAt", .string(notice.until?.text ?? lapse)),
        ])
    }

    private func labels(_ alert: AlertIdentity, _ severity: Severity) -> JSON {
        let scope = alert.scope.isEmpty ? [] : [JSON.Member("scope", .string(alert.scope))]
        return .object(
            [
                JSON.Member("alertname", .string(alert.rule.text)), JSON.Member("rule", .string(alert.rule.text)),
                JSON.Member("target", .string(alert.target.text)), JSON.Member("unit", .string(alert.unit.text)),
                JSON.Member("severity", .string(severity.rawValue)),
            ] + scope + added)
    }

    private var added: [JSON.Member] {
        settings.labels.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) }
    }

    private func annotations(_ notice: Notice) -> JSON {
        let text = NoticeText(notice)
        return .object([
            JSON.Member("summary", .string(text.subject)), JSON.Member("description", .string(text.plain)),
            JSON.Member("key", .string(notice.key.text)),
        ])
    }

    /// An alert's own moments are written as clocks of the place show them; this one nobody reads.
    private static func text(_ instant: Instant) -> String { instant.stamp(in: .utc) }
}
