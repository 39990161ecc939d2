/// What a rule's alert would be told as, made up from the configuration: for whoever writes a message and wants to read
/// it as its receivers will.
package struct SampleNotices {
    private let catalog: Catalog
    private let language: Language
    private let now: Instant
    private var samples: SampleSubjects

    package init(_ catalog: Catalog, _ language: Language, at now: Instant) {
        (self.catalog, self.language, self.now) = (catalog, language, now)
        samples = SampleSubjects(catalog)
    }

    /// For each severity, gravest first, that the alert fired, that it became so from the rule's other one, and that it
    /// is over. Of the first target that the rule chooses, halfway through its window; empty where it chooses none.
    package mutating func of(_ rule: Rule) -> [Notice] {
        guard let subject = samples.of(rule).first else { return [] }
        var judge = RuleJudge(rule, catalog.timetable)
        let message = judge.message(subject).label
        let severities = rule.conditions.map(\.severity)
        return severities.flatMap { severity -> [Notice] in
            let other = severities.first { $0 != severity }
            return [NoticeEvent.fired, .changed, .resolved].enumerated().compactMap { index, event in
                if event == .changed, other == nil { return nil }
                return notice(
                    event, of: subject, by: rule, message, severity: severity, before: event == .changed ? other : nil,
                    sequence: index + 1)
            }
        }
    }

    private func notice(
        _ event: NoticeEvent, of subject: RuleSubject, by rule: Rule, _ message: Label, severity: Severity,
        before: Severity?, sequence: Int
    ) -> Notice {
        let identity = AlertIdentity(
            rule: rule.id, target: subject.target.id, unit: subject.unit.id, scope: subject.part?.id ?? "")
        let zone = catalog.timetable.zone
        let isOver = event == .resolved
        return Notice(
            key: NoticeKey(subject: identity.description, episode: 1, sequence: sequence, channel: "sample"),
            event: event, severity: severity, severityBefore: isOver ? severity : before, language: language,
            at: Stamp(now, in: zone), since: Stamp(now.adding(seconds: -86_400), in: zone),
            until: isOver ? Stamp(now, in: zone) : nil, alert: identity,
            words: Notice.Words(
                title: title(subject), message: message, reason: reason(event, severity, before).label),
            figures: figures(subject))
    }

    /// The target, and the unit where it is not all of them.
    private func title(_ subject: RuleSubject) -> Label {
        let target = subject.target.label
        guard subject.unit.parent != nil else { return target }
        let unit = subject.unit.label
        return Label(zh: "\(target.zh) · \(unit.zh)", en: "\(target.en) · \(unit.en)")
    }

    private func reason(_ event: NoticeEvent, _ severity: Severity, _ before: Severity?) -> Reason {
        if event == .resolved { return .conditionCleared }
        return before.map { $0 < severity ? .severityRaised : .severityLowered } ?? .conditionHeld
    }

    private func figures(_ subject: RuleSubject) -> [NoticeFigure] {
        let target = subject.target
        let isShare = target.kind.isShare
        let shown: [(name: String, label: Label, format: Format, unit: String, value: Double?)] = [
            (
                "value", Label(zh: "数值", en: "Value"), isShare ? .percent : .plain, isShare ? "" : target.unitOfMeasure,
                subject.assessment.value
            ),
            ("progress", Label(zh: "完成率", en: "Progress"), .percent, "", subject.assessment.progress),
        ]
        return shown.compactMap { name, label, format, unit, value in
            value.map {
                NoticeFigure(name, label: label, format: format, unit: unit, atFiring: $0, atWorst: $0, now: $0)
            }
        }
    }
}
