/// One walk through boundaries: evaluates targets at moments and collects what comes of it.
struct EvaluationPass {
    struct Wake {
        let at: Instant
        let targets: Set<Int>
    }

    private let catalog: Catalog
    private let facts: Facts
    /// Each rule's judge, with the frame it binds; by rule index.
    private var judges: [RuleJudge]
    private let rules: [RuleID: Rule]
    /// Rules that choose each target, found out once.
    private var chosen: [Int: [Int]] = [:]
    var result: Advance

    init(_ catalog: Catalog, _ facts: Facts, _ state: EvaluationState) {
        self.catalog = catalog
        self.facts = facts
        judges = catalog.rules.map { RuleJudge($0, catalog.timetable) }
        rules = Dictionary(uniqueKeysWithValues: catalog.rules.map { ($0.id, $0) })
        result = Advance(state: state)
        if result.state.assessments.count != catalog.targets.count {
            result.state.assessments = [TargetAssessment?](repeating: nil, count: catalog.targets.count)
        }
    }

    /// Targets without an assessment yet.
    var unassessed: Set<Int> {
        Set(result.state.assessments.indices.filter { result.state.assessments[$0] == nil })
    }

    /// The earliest moment at which a pending alert fires by itself.
    func nextWake(after start: Instant) -> Wake? {
        var earliest: Instant?
        var targets: Set<Int> = []
        for identity in result.state.alerts.pending {
            guard let alert = result.state.alerts[identity], case .pending(let pending) = alert.phase,
                let rule = rules[alert.identity.rule],
                let target = catalog.index(of: alert.identity.target),
                let at = Lifecycle.wakes(pending, rule.hold, catalog.timetable)
            else { continue }
            // A moment passed without firing, because nothing was known then, does not come again by itself.
            guard at > max(start, evaluated[target] ?? start) else { continue }
            if let earliest, at > earliest { continue }
            if earliest != at { targets = [] }
            earliest = at
            targets.insert(target)
        }
        return earliest.map { Wake(at: $0, targets: targets) }
    }

    /// When each target was last evaluated in this pass.
    private var evaluated: [Int: Instant] = [:]

    /// Ends alerts whose rule, target or unit the catalog no longer has.
    mutating func endWhatIsGone(at moment: Instant) {
        let open = result.state.alerts.values.filter(\.phase.isOpen).map(\.identity)
        for identity in open.sorted() {
            let reason: Reason? =
                if rules[identity.rule] == nil { .ruleRemoved } else if catalog.index(of: identity.target) == nil {
                    .targetRemoved
                } else if catalog.units.index(of: identity.unit) == nil { .unitRemoved } else { nil }
            if let reason { end(identity, because: reason, at: moment, ref: catalog.timetable.date(of: moment)) }
        }
    }

    mutating func evaluate(_ targets: Set<Int>, corrected: Set<Int>, at moment: Instant) {
        let assessor = Assessor(catalog, facts, asOf: moment)
        for target in targets.sorted() {
            evaluated[target] = moment
            let assessment = assessor.assess(target)
            result.state.assessments[target] = assessment
            judge(assessment, isCorrection: corrected.contains(target), at: moment)
        }
    }

    private mutating func judge(_ assessment: TargetAssessment, isCorrection: Bool, at moment: Instant) {
        let target = catalog.targets[assessment.target]
        // Before the first period is due a target is shown, and there is nothing yet to judge.
        guard assessment.ref >= target.window.first else { return }
        let now = Lifecycle.Circumstances(
            at: moment, ref: assessment.ref, timetable: catalog.timetable, isCorrection: isCorrection)
        var judged: Set<AlertIdentity> = []
        for rule in rulesFor(assessment) {
            for subject in subjects(of: catalog.rules[rule], assessment, target) {
                judged.insert(judge(subject, by: rule, now))
            }
        }
        endWhatIsNotJudged(of: target, assessment, but: judged, now)
    }

    /// Alerts of what was judged before, by a rule, of a unit or of a part that is not judged any more. Where nothing is
    /// known any more, no part is gone.
    private mutating func endWhatIsNotJudged(
        of target: Target, _ assessment: TargetAssessment, but judged: Set<AlertIdentity>,
        _ now: Lifecycle.Circumstances
    ) {
        let left = result.state.alerts.alerts(of: target.id).values
            .filter { $0.phase.isOpen && !judged.contains($0.identity) }.map(\.identity)
        guard !left.isEmpty else { return }
        let rulesOfParts = Set(
            rulesFor(assessment).map { catalog.rules[$0] }
                .filter { $0.forEach.kindsOfParts?.contains(target.kind) ?? false }.map(\.id))
        for identity in left.sorted() where rules[identity.rule] != nil {
            let isOfPart = !identity.scope.isEmpty && rulesOfParts.contains(identity.rule)
            if isOfPart, assessment.parts.isEmpty, case .reports = target.source { continue }
            end(identity, because: isOfPart ? .partRemoved : .notSelected, at: now.at, ref: now.ref)
        }
    }

    /// What a rule judges of a target: the root for the whole, any other unit for itself if something is asked of it, or
    /// each of the target's parts.
    private func subjects(of rule: Rule, _ assessment: TargetAssessment, _ target: Target) -> [RuleSubject] {
        let units = catalog.units.units
        let root = RuleSubject(target: target, unit: units[UnitTree.root], assessment: assessment.whole)
        switch rule.forEach {
        case .target: return [root]
        case .unit:
            return units.indices.dropFirst().compactMap { unit in
                guard let part = assessment.units[unit], part.goal != nil || part.report.state != nil else {
                    return nil
                }
                return RuleSubject(target: target, unit: units[unit], assessment: part)
            }
        case .item, .entity, .period:
            guard rule.forEach.kindsOfParts?.contains(target.kind) ?? false else { return [] }
            return assessment.parts.map { part in
                let unit = part.unit.flatMap(catalog.units.index) ?? UnitTree.root
                return RuleSubject(
                    target: target, unit: units[unit], assessment: assessment.units[unit] ?? assessment.whole,
                    part: part)
            }
        }
    }

    private mutating func rulesFor(_ assessment: TargetAssessment) -> [Int] {
        if let known = chosen[assessment.target] { return known }
        let target = catalog.targets[assessment.target]
        let subject = RuleSubject(
            target: target, unit: catalog.units.units[UnitTree.root], assessment: assessment.whole)
        let found = catalog.rules.indices.filter {
            RuleJudge.selects(catalog.rules[$0], target, subject, catalog.timetable)
        }
        chosen[assessment.target] = found
        return found
    }

    private mutating func judge(
        _ subject: RuleSubject, by rule: Int, _ now: Lifecycle.Circumstances
    ) -> AlertIdentity {
        let identity = AlertIdentity(
            rule: catalog.rules[rule].id, target: subject.target.id, unit: subject.unit.id,
            scope: subject.part?.id ?? "")
        let judgement = judges[rule].judge(subject)
        if case .failed(let error) = judgement {
            result.failures.append(Advance.Failure(alert: identity, error: error))
        }
        let alert = result.state.alerts[identity]
        let lifecycle = Lifecycle(rule: catalog.rules[rule], now: now)
        let values = { Self.values(of: subject) }
        if let step = lifecycle.step(alert?.phase ?? .inactive, judgement) {
            take(step, identity, ref: now.ref, at: now.at, judges[rule].message(subject), values())
        } else if let alert, alert.phase.isOpen {
            refresh(alert, judges[rule].message(subject), values())
        }
        return identity
    }

    /// The number changed, the alert did not: its words and values follow.
    private mutating func refresh(_ alert: Alert, _ message: Label, _ values: [NamedValue]) {
        guard message != alert.message || values != alert.values else { return }
        record(
            Alert(
                identity: alert.identity, episode: alert.episode, phase: alert.phase, reason: alert.reason,
                message: message, values: values))
    }

    private mutating func end(_ identity: AlertIdentity, because reason: Reason, at: Instant, ref: LocalDate) {
        guard let alert = result.state.alerts[identity],
            let step = Lifecycle.end(alert.phase, because: reason, at: at)
        else { return }
        take(step, identity, ref: ref, at: at, alert.message, alert.values)
    }

    private mutating func take(
        _ step: Lifecycle.Step, _ identity: AlertIdentity, ref: LocalDate, at: Instant, _ message: Label,
        _ values: [NamedValue]
    ) {
        let before = result.state.alerts[identity]
        let from = before?.phase ?? .inactive
        let fires = step.phase.name == .firing && from.name != .firing
        let episode = (before?.episode ?? 0) + (fires ? 1 : 0)
        record(
            Alert(
                identity: identity, episode: episode, phase: step.phase, reason: step.reason, message: message,
                values: values))
        guard step.isTransition, let severity = step.phase.severity ?? from.severity else { return }
        result.transitions.append(
            Transition(
                alert: identity, episode: episode, from: from.name, to: step.phase.name,
                severityBefore: from.severity, severity: severity, at: at, ref: ref, reason: step.reason,
                message: message, values: values))
    }

    private mutating func record(_ alert: Alert) {
        result.state.alerts[alert.identity] = alert
        result.changed.insert(alert.identity)
    }

    private static func values(of subject: RuleSubject) -> [NamedValue] {
        let numbers = RuleVariables.numbers.map { NamedValue($0.name, $0.value(subject.assessment)) }
        let part = subject.part.map { [NamedValue("part_value", $0.value), NamedValue("part_at_least", $0.atLeast)] }
        return numbers.filter { $0.value != nil } + (part ?? [])
    }
}

extension AlertPhase {
    /// Pending or firing.
    package var isOpen: Bool {
        switch self {
        case .pending, .firing: true
        case .inactive, .resolved: false
        }
    }
}
