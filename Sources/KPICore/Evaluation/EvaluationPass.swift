import CEL

/// One walk through boundaries: evaluates targets at moments and collects what comes of it.
struct EvaluationPass {
    struct Wake {
        let at: Instant
        let targets: Set<Int>
    }

    let catalog: Catalog
    let facts: Facts
    /// Each rule's judge, with the frame it binds; by rule index.
    var judges: [RuleJudge]
    let rules: [RuleID: Rule]
    /// Rules that choose each target, found out once.
    private var chosen: [Int: [Int]] = [:]
    /// It is the first one of a process or under a catalog.
    private let isFresh: Bool
    /// Editions not in force that something touched: they are assessed in the end, and not judged.
    private var passedOver: Set<Int> = []
    var result: Advance

    init(_ catalog: Catalog, _ facts: Facts, _ state: consuming EvaluationState) {
        self.catalog = catalog
        self.facts = facts
        judges = catalog.rules.map { RuleJudge($0, catalog.timetable) }
        rules = Dictionary(uniqueKeysWithValues: catalog.rules.map { ($0.id, $0) })
        isFresh = state.assessments.count != catalog.targets.count
        let start = state.evaluatedThrough
        let undo = Undo(evaluatedThrough: start, whole: isFresh ? copy state : nil)
        result = Advance(state: state, undo: undo)
        if isFresh {
            result.state.assessments = [TargetAssessment?](repeating: nil, count: catalog.targets.count)
            result.renamed = result.state.alerts.rename(by: catalog.formerNames)
            result.changed = Set(result.renamed.values)
            result.state.wakes = WakeCalendar()
            guard let start else { return }
            endWhatIsLeftOver(at: start)
            for alert in result.state.alerts.values where alert.phase.isOpen {
                for wake in wakes(of: alert, at: start) { result.state.wakes.add(alert.identity, at: wake) }
            }
        }
    }

    /// Targets that are shown at a moment and have no assessment yet.
    func unassessed(at moment: Instant) -> Set<Int> {
        isFresh ? catalog.shown(at: moment).filter { result.state.assessments[$0] == nil } : []
    }

    /// The earliest moment at which an alert moves by itself.
    func nextWake(after start: Instant) -> Wake? {
        var after = start
        while let (at, alerts) = result.state.wakes.next(after: after) {
            let targets = alerts.compactMap { identity -> Int? in
                guard let alert = result.state.alerts[identity], wakes(of: alert, at: at).contains(at),
                    let target = catalog.index(of: identity.target, inForceAt: at),
                    // A moment passed without firing, because nothing was known then, does not come again by itself.
                    at > evaluated[target] ?? start
                else { return nil }
                return target
            }
            if !targets.isEmpty { return Wake(at: at, targets: Set(targets)) }
            after = at
        }
        return nil
    }

    /// When each target was last evaluated in this pass.
    private var evaluated: [Int: Instant] = [:]

    /// Ends alerts whose rule, target or unit the catalog no longer has. Under a catalog that was there before, nothing is
    /// gone.
    mutating func endWhatIsGone(at moment: Instant) {
        guard isFresh else { return }
        let open = result.state.alerts.values.filter(\.phase.isOpen).map(\.identity)
        for identity in open.sorted() {
            let reason: Reason? =
                if rules[identity.rule] == nil { .ruleRemoved } else if catalog.index(of: identity.target) == nil {
                    .targetRemoved
                } else if catalog.units.index(of: identity.unit) == nil { .unitRemoved } else { nil }
            if let reason { end(identity, because: reason, at: moment, ref: catalog.timetable.date(of: moment)) }
        }
    }

    /// Ends the alerts of the editions that others take over from.
    mutating func takeOver(_ targets: Set<Int>, at moment: Instant) {
        let assessor = Assessor(catalog, facts, asOf: moment)
        for target in targets.sorted() {
            guard let closed = catalog.reign(of: target).closes else { continue }
            passedOver.formUnion(catalog.closed(catalog.lineage(of: target), at: moment))
            let alerts = result.state.alerts.alerts(of: catalog.targets[target].id)
            let ref = assessor.judgedDay(of: catalog.targets[closed])
            for identity in alerts.keys.sorted() { end(identity, because: .editionClosed, at: moment, ref: ref) }
        }
    }

    /// Ends alerts of editions that were closed while nobody knew of their successors.
    private mutating func endWhatIsLeftOver(at moment: Instant) {
        let ref = catalog.timetable.date(of: moment)
        for alert in result.state.alerts.open {
            guard let begun = alert.phase.begun, catalog.isLeftOver(alert.identity.target, begun: begun, at: moment)
            else { continue }
            end(alert.identity, because: .editionClosed, at: moment, ref: ref)
        }
    }

    mutating func evaluate(_ targets: Set<Int>, corrected: Set<Int>, woken: Set<Int> = [], at moment: Instant) {
        let assessor = Assessor(catalog, facts, asOf: moment)
        result.assessed.formUnion(targets)
        for target in targets.sorted() {
            guard catalog.reign(of: target).contains(moment) else {
                passedOver.insert(target)
                continue
            }
            evaluated[target] = moment
            let assessment = assessor.assess(target)
            let before = result.state.assessments[target]
            result.undo.note(target, was: before)
            result.state.assessments[target] = assessment
            judge(
                assessment, before: before, isCorrection: corrected.contains(target), isWoken: woken.contains(target),
                at: moment)
        }
    }

    /// What was touched and is closed gets the figures it has by now; nobody is told.
    mutating func assessClosed(at moment: Instant) {
        let assessor = Assessor(catalog, facts, asOf: moment)
        result.assessed.formUnion(passedOver)
        for target in passedOver.sorted() where catalog.isClosed(target, at: moment) {
            result.undo.note(target, was: result.state.assessments[target])
            result.state.assessments[target] = assessor.assess(target)
        }
        passedOver = []
    }

    /// Judges what is not as it was when it was last judged under this catalog; `isWoken` for what
    /// moves by itself.
    private mutating func judge(
        _ assessment: TargetAssessment, before: TargetAssessment?, isCorrection: Bool, isWoken: Bool, at moment: Instant
    ) {
        let target = catalog.targets[assessment.target]
        // Before the first period is due a target is shown, and there is nothing yet to judge.
        guard assessment.ref >= target.window.first else { return }
        let now = Lifecycle.Circumstances(
            at: moment, ref: assessment.ref, period: catalog.period(of: target, on: assessment.ref),
            timetable: catalog.timetable, isCorrection: isCorrection)
        let units = assessment.units.indices.filter { unit in
            guard let part = assessment.units[unit] else { return false }
            return isWoken || before?.units[unit] != part
        }
        forgetFailures(of: target, assessment)
        let rules = rulesFor(assessment)
        let known = KnownAlerts(result.state.alerts.alerts(of: target.id), catalog)
        let root = UnitTree.root
        for rule in rules {
            switch catalog.rules[rule].forEach {
            case .target where units.first == root: judge(assessment.whole, target, root, by: rule, known, now)
            case .target: break
            case .unit:
                for unit in units where unit != root {
                    if let part = assessment.units[unit], part.isJudgedByUnit {
                        judge(part, target, unit, by: rule, known, now)
                    }
                }
            case .item, .entity, .period: judgeParts(assessment, target, by: rule, now)
            }
        }
        if !known.isEmpty { endWhatIsNotJudged(assessment, target, by: rules, now) }
    }

    private mutating func judge(
        _ assessment: Assessment, _ target: Target, _ unit: Int, by rule: Int, _ known: KnownAlerts,
        _ now: Lifecycle.Circumstances
    ) {
        let subject = RuleSubject(target: target, unit: catalog.units.units[unit], assessment: assessment)
        let judgement = judges[rule].judge(subject)
        let alert = known[rule, unit]
        note(judgement, by: rule, of: subject)
        // Most subjects are well and have no alert: nothing is to be done, and nothing is to be named.
        if alert == nil, !judgement.beginsAlert(catalog.rules[rule].noData) { return }
        let identity =
            alert?.identity
            ?? AlertIdentity(rule: catalog.rules[rule].id, target: target.id, unit: subject.unit.id)
        take(judgement, of: subject, by: rule, identity, alert, now)
    }

    private mutating func judgeParts(
        _ assessment: TargetAssessment, _ target: Target, by rule: Int, _ now: Lifecycle.Circumstances
    ) {
        guard catalog.rules[rule].forEach.kindsOfParts?.contains(target.kind) ?? false else { return }
        for part in assessment.parts {
            let unit = part.unit.flatMap(catalog.units.index) ?? UnitTree.root
            let subject = RuleSubject(
                target: target, unit: catalog.units.units[unit],
                assessment: assessment.units[unit] ?? assessment.whole, part: part)
            let identity = AlertIdentity(
                rule: catalog.rules[rule].id, target: target.id, unit: subject.unit.id, scope: part.id)
            let judgement = judges[rule].judge(subject)
            note(judgement, by: rule, of: subject, scope: part.id)
            take(judgement, of: subject, by: rule, identity, result.state.alerts[identity], now)
        }
    }

    private mutating func note(_ judgement: Judgement, by rule: Int, of subject: RuleSubject, scope: String = "") {
        let failure: EvaluationError? = if case .failed(let error) = judgement { error } else { nil }
        guard failure != nil || !result.state.failures.isEmpty else { return }
        let identity = AlertIdentity(
            rule: catalog.rules[rule].id, target: subject.target.id, unit: subject.unit.id, scope: scope)
        result.state.failures[identity] = failure
    }

    /// Failures for parts, which are all judged again, and for units of which nothing is known any more.
    private mutating func forgetFailures(of target: Target, _ assessment: TargetAssessment) {
        guard !result.state.failures.isEmpty else { return }
        for identity in result.state.failures.keys where identity.target == target.id {
            let unit = catalog.units.index(of: identity.unit)
            if !identity.scope.isEmpty || unit.flatMap({ assessment.units[$0] }) == nil {
                result.state.failures[identity] = nil
            }
        }
    }

    /// Alerts of what was judged before, by a rule, of a unit or of a part that is not judged any more. Where nothing is
    /// known any more, no part is gone.
    private mutating func endWhatIsNotJudged(
        _ assessment: TargetAssessment, _ target: Target, by rules: [Int], _ now: Lifecycle.Circumstances
    ) {
        let open = result.state.alerts.alerts(of: target.id).values.filter(\.phase.isOpen).map(\.identity)
        for identity in open.sorted() where self.rules[identity.rule] != nil {
            let rule = rules.first { catalog.rules[$0].id == identity.rule }.map { catalog.rules[$0] }
            if let rule, assessment.holds(identity, for: rule.forEach, target, catalog) { continue }
            let isOfPart = !identity.scope.isEmpty && rule?.forEach.kindsOfParts?.contains(target.kind) ?? false
            if isOfPart, assessment.parts.isEmpty, case .reports = target.source { continue }
            end(identity, because: isOfPart ? .partRemoved : .notSelected, at: now.at, ref: now.ref)
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
}
