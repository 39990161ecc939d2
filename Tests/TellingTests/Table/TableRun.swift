@testable import KPICore

/// One cell of the table, played by the evaluator and the telling together, as the daemon runs them.
struct TableRun {
    /// How things were after a step.
    struct Moment {
        let at: Instant
        let alert: Alert?
        /// What was read just then about the alert, or about the end of what muted it.
        let notices: [Notice]
        let transitions: [Transition]
        /// What the recipient had read up to then.
        let believed: Belief?

        var truth: Belief? { Truth(alert).map { Belief(severity: $0.severity, episode: $0.episode) } }
    }

    /// That an alert fires; what is not believed to fire is nil.
    struct Belief: Hashable {
        let severity: Severity
        let episode: Int
    }

    let thing: Thing
    let start: Start
    let course: Course
    private(set) var moments: [Moment] = []
    /// The act, where one was possible.
    private(set) var act: Act?
    private(set) var telling = TellingState()
    private var state = EvaluationState()
    private var facts: Facts
    private let plan: NotificationPlan
    private let usual: Catalog
    private let edited: Catalog

    init(_ thing: Thing, _ start: Start, _ course: Course) {
        (self.thing, self.start, self.course) = (thing, start, course)
        facts = TableFigures(thing: thing, start: start, course: course).facts
        plan = TableWorld.plan(thing)
        usual = TableWorld.catalog(thing, start)
        edited = thing == .edit ? TableWorld.catalog(thing, start, isEdited: true) : usual
        var now = Week.begin.adding(seconds: -Int64(thing.figures(before: start).count) * 86_400)
        let last = Week.end.adding(seconds: (thing.isBlind ? 6 : thing == .flapping ? 8 : 2) * 86_400)
        var isMidnight = true
        while now <= last {
            // At midnight nothing happens but where the week begins or ends, or where it depends on days.
            let matters = now == Week.begin || now == Week.end || thing == .flapping || thing == .muteCalendar
            if !isMidnight || matters { step(to: now) }
            now = now.adding(seconds: 43_200)
            isMidnight.toggle()
        }
    }

    private mutating func step(to now: Instant) {
        let catalog = thing == .edit && Week.contains(now) ? edited : usual
        let isInWeek = Week.begin <= now && now <= Week.end
        if now == Week.begin { takeAct(catalog, now) }
        if isInWeek, thing == .restart { restart() }
        if isInWeek, thing == .reload || thing == .edit { reload() }
        var (evaluated, told) = (EvaluationState(), TellingState())
        swap(&evaluated, &state)
        swap(&told, &telling)
        let advance = Evaluator(catalog, facts).advance(evaluated, to: now)
        let decided = Telling(plan, catalog, facts.acts).advance(
            told, alerts: advance.state.alerts, changed: advance.changed, renamed: advance.renamed, to: now)
        guard thing != .failedCommit || !Week.contains(now) else {
            (state, telling) = (advance.undone, decided.undone)
            note(now, [], [])
            return
        }
        (state, telling) = (advance.state, decided.state)
        note(now, decided.record.notices.map(\.notice), advance.transitions)
    }

    private mutating func note(_ now: Instant, _ notices: [Notice], _ transitions: [Transition]) {
        var believed = moments.last?.believed
        for notice in notices where notice.alert != nil {
            believed = notice.isOver ? nil : Belief(severity: notice.severity, episode: notice.key.episode)
        }
        moments.append(
            Moment(
                at: now, alert: state.alerts[TableWorld.alert], notices: notices,
                transitions: transitions.filter { $0.alert == TableWorld.alert }, believed: believed))
    }

    /// Nothing is known but what was written down.
    private mutating func restart() {
        var told: [Told.Key: Told] = [:]
        for (alert, entries) in telling.told {
            for (recipient, entry) in entries { told[Told.Key(alert, recipient)] = entry }
        }
        telling = TellingState(told: told, marks: telling.marks)
        state = EvaluationState(evaluatedThrough: state.evaluatedThrough, alerts: state.alerts)
    }

    private mutating func reload() {
        state = EvaluationState(evaluatedThrough: state.evaluatedThrough, alerts: state.alerts)
        telling.lookAgain()
    }

    /// As somebody asks for it. What does not fire and does not wait cannot be acknowledged.
    private mutating func takeAct(_ catalog: Catalog, _ now: Instant) {
        let span = ActSpan(until: "2021-10-06T00:00:00Z")
        let request: DeedRequest
        switch thing {
        case .silence: request = .silence(["rule=behind", "unit=north"], span)
        case .maintenance: request = .maintain(unit: "all", span)
        case .acknowledgement, .stickyAcknowledgement:
            request = .acknowledge(
                alert: "behind/visits/north", isSticky: thing == .stickyAcknowledgement, span)
        default: return
        }
        let setting = ActSetting(catalog, open: state.alerts.open, acts: facts.acts, at: now)
        guard let deed = try? setting.deed(request), (try? setting.check(deed, comment: "known")) != nil else { return }
        let act = Act(id: 1, at: now, author: "li", comment: "known", deed: deed)
        facts.acts.add(act)
        self.act = act
        telling.lookAgain()
    }
}
