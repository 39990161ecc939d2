import CEL
import Diagnostics

@testable import KPICore

/// Alerts, operators and recipients over some days, told by what happens at which moment.
struct Story {
    let catalog: Catalog
    var plan: NotificationPlan
    private(set) var acts = ActBook()
    private(set) var alerts = AlertBook()
    private(set) var state = TellingState()
    private(set) var withholdings: [Withholding] = []
    private var episodes: [AlertIdentity: Int] = [:]
    private var reached: Instant?

    static let alert = AlertIdentity(rule: "behind", target: "visits", unit: "north")
    static let other = AlertIdentity(rule: "behind", target: "visits", unit: "south")
    static let missing = AlertIdentity(rule: "report-missing", target: "visits", unit: "north")

    init(
        _ recipients: [Recipient] = [Story.program], plan: NotificationPlan? = nil,
        corrections: Rule.Corrections = .tell, timetable: Timetable = Samples.timetable
    ) {
        catalog = Samples.catalog(corrections: corrections, timetable)
        self.plan = plan ?? Story.plan(recipients)
    }

    static let program = Recipient(id: "hook", label: Label("hook"), language: .en, channel: "web")

    static func person(
        wait: Int64 = 600, repeatAfter: Delay? = nil, digest: Digest? = nil, atOnce: Severity? = nil
    ) -> Recipient {
        Recipient(
            id: "zhang", label: Label("Zhang"), language: .en, channel: "mail", address: "zhang@example.org",
            pace: .init(wait: wait, repeatAfter: repeatAfter, isGrouped: true, digest: digest, atOnce: atOnce))
    }

    static func plan(
        _ recipients: [Recipient], mutes: [MuteWindow] = [], inhibitions: [Inhibition] = [], routes: [Route]? = nil
    ) -> NotificationPlan {
        NotificationPlan(
            recipients: recipients, routes: routes ?? [Route(to: recipients.map { .recipient($0.id) })],
            mutes: mutes, inhibitions: inhibitions)
    }

    /// It fires, with a severity, or is over; nil.
    enum Change {
        case fires(AlertIdentity, Severity, Reason = .conditionHeld)
        case ends(AlertIdentity, Reason = .conditionCleared)
        case act(Deed, comment: String = "known")
        case reload
    }

    /// What is told while a clock shows a moment, which need not be later than what it showed before. As the daemon does,
    /// time goes on where it had come to.
    mutating func clock(shows text: String, _ changes: Change...) -> [String] {
        reached = max(reached ?? moment(text), moment(text))
        return advance(to: reached ?? moment(text), changes).map(Self.line)
    }

    /// What is told when something happens at a moment, or when nothing does.
    mutating func at(_ text: String, _ changes: Change...) -> [String] {
        advance(to: moment(text), changes).map(Self.line)
    }

    mutating func advance(to now: Instant, _ changes: [Change], commits: Bool = true) -> [Notice] {
        var changed: Set<AlertIdentity> = []
        for change in changes {
            switch change {
            case .fires(let alert, let severity, let reason):
                set(alert, fires: severity, because: reason, at: now)
                changed.insert(alert)
            case .ends(let alert, let reason):
                set(alert, fires: nil, because: reason, at: now)
                changed.insert(alert)
            case .act(let deed, let comment):
                acts.add(Act(id: Int64(acts.all.count + 1), at: now, author: "li", comment: comment, deed: deed))
                state.lookAgain()
            case .reload: state.lookAgain()
            }
        }
        var taken = TellingState()
        swap(&taken, &state)
        let advance = Telling(plan, catalog, acts).advance(taken, alerts: alerts, changed: changed, to: now)
        guard commits else {
            state = advance.undone
            return []
        }
        state = advance.state
        withholdings += advance.record.withholdings
        return advance.record.notices.map(\.notice)
    }

    /// A restart: nothing is known but what was written down.
    mutating func restart() {
        var told: [Told.Key: Told] = [:]
        for (alert, entries) in state.told {
            for (recipient, entry) in entries { told[Told.Key(alert, recipient)] = entry }
        }
        state = TellingState(told: told, marks: state.marks)
    }

    func believed(_ alert: AlertIdentity = Story.alert, _ recipient: RecipientID = "hook") -> Severity? {
        state[Told.Key(alert, recipient)].severity
    }

    func truth(_ alert: AlertIdentity = Story.alert) -> Severity? { Truth(alerts[alert])?.severity }

    private mutating func set(
        _ alert: AlertIdentity, fires severity: Severity?, because reason: Reason, at now: Instant
    ) {
        let before = alerts[alert]?.phase ?? .inactive
        let phase: AlertPhase
        switch (before, severity) {
        case (.firing(let firing), let severity?):
            phase = .firing(.init(since: firing.since, severity: severity, pendingSince: firing.pendingSince))
        case (.firing(let firing), nil):
            phase = .resolved(.init(at: now, firedSince: firing.since, severity: firing.severity))
        case (_, let severity?):
            phase = .firing(.init(since: now, severity: severity, pendingSince: now))
            episodes[alert, default: 0] += 1
        case (_, nil): phase = before
        }
        alerts[alert] = Alert(
            identity: alert, episode: episodes[alert] ?? 0, phase: phase, reason: reason,
            message: Label("\(alert.unit)"),
            values: [])
    }

    /// `fired warning behind/visits/north#1.1`, and for several things the lines.
    static func line(_ notice: Notice) -> String {
        let over = notice.isOver ? " over" : ""
        if let digest = notice.digest {
            let lines = digest.lines.map { "\($0.event?.rawValue ?? "-") \($0.severity?.rawValue ?? "-")" }
            return "\(notice.event.rawValue)[\(lines.joined(separator: ", "))]+\(digest.omitted)"
        }
        let key = "\(notice.alert?.unit.text ?? "")#\(notice.key.episode).\(notice.key.sequence)"
        return "\(notice.event.rawValue) \(notice.severity.rawValue)\(over) \(key)"
    }
}
