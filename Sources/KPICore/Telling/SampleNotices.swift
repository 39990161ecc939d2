/// What a rule's alert would be told as, made up from the configuration: for whoever writes a message and wants to read
/// it as its receivers will.
package struct SampleNotices {
    private let writer: NoticeWriter
    private let recipient: Recipient
    private var samples: SampleSubjects

    package init(_ catalog: Catalog, _ language: Language, at now: Instant) {
        writer = NoticeWriter(catalog, now)
        recipient = Recipient(id: "sample", label: Label("sample"), language: language, channel: "sample")
        samples = SampleSubjects(catalog)
    }

    /// For each severity, gravest first, that the alert fired, that it became so from the rule's other one, and that it
    /// is over. Of the first target that the rule chooses, halfway through its window; empty where it chooses none.
    package mutating func of(_ rule: Rule) -> [Notice] {
        guard let subject = samples.of(rule).first else { return [] }
        var judge = RuleJudge(rule, writer.catalog.timetable)
        let message = judge.message(subject).label
        let severities = rule.conditions.map(\.severity)
        return severities.flatMap { severity in
            let firing = AlertPhase.firing(
                AlertPhase.Firing(since: yesterday, severity: severity, pendingSince: yesterday))
            let over = AlertPhase.resolved(
                AlertPhase.Resolved(at: writer.now, firedSince: yesterday, severity: severity))
            let other = severities.first { $0 != severity }
            let steps: [(phase: AlertPhase, reason: Reason, believed: Severity?)?] = [
                (firing, .conditionHeld, nil),
                other.map { (firing, $0 < severity ? .severityRaised : .severityLowered, $0) },
                (over, .conditionCleared, severity),
            ]
            return steps.enumerated().compactMap { index, step in
                step.flatMap { step in
                    let alert = alert(step.phase, step.reason, of: subject, by: rule, message)
                    return notice(of: alert, believed: step.believed, sequence: index + 1)
                }
            }
        }
    }

    private var yesterday: Instant { writer.now.adding(seconds: -86_400) }

    private func alert(
        _ phase: AlertPhase, _ reason: Reason, of subject: RuleSubject, by rule: Rule, _ message: Label
    ) -> Alert {
        let numbers = AlertNumbers(of: subject)
        return Alert(
            identity: AlertIdentity(
                rule: rule.id, target: subject.target.id, unit: subject.unit.id, scope: subject.part?.id ?? ""),
            episode: 1, phase: phase, reason: reason, message: message, numbers: numbers,
            memory: .beginning(numbers, at: yesterday, after: nil, keeping: 0))
    }

    /// - Parameter believed: what the receiver was told before; nil: nothing.
    private func notice(of alert: Alert, believed: Severity?, sequence: Int) -> Notice? {
        let told = believed.map { Told(episode: 1, severity: $0, at: yesterday) } ?? .nothing
        let truth = Truth(alert)
        guard let difference = Difference(told, truth) else { return nil }
        let item = TellingPass.Item(
            key: Told.Key(alert.identity, recipient.id), alert: alert, truth: truth, difference: difference)
        return writer.notice(of: item, told: told, sequence: sequence, episode: 1, to: recipient)
    }
}
