import Diagnostics
import KPICore

// What a target asks for, from where, until when, and how the way is judged.

extension TargetReader {
    /// - Parameter isByGrowth: growth needs no number to reach.
    func goal(_ kind: Kind?, isByGrowth: Bool) -> GoalText? {
        // Where the kind could not be read, it is not told that its goal is missing too.
        let usual = isByGrowth ? .rising : kind.map(\.usualGoal) ?? .atLeast(1)
        let shape = Shape<GoalText>.goal(usual: usual)
        let mistakes = keys.collector.diagnostics.count
        guard let goal = usual == nil ? keys.required("goal", shape) : keys.optional("goal", shape) else {
            guard let usual, keys.collector.diagnostics.count == mistakes else { return nil }
            return GoalText(goal: usual, due: nil, figures: [], place: nil)
        }
        if let kind, let objection = kind.objection(to: goal.goal) {
            keys.collector.report("bad-goal", objection.message, at: goal.place, label: objection.wayOut)
        } else if let kind {
            for figure in goal.figures { check(figure, kind) }
        }
        return goal
    }

    /// A number where one is wanted, a share where a share is.
    func check(_ figure: Located<Figure>, _ kind: Kind) {
        let value = figure.value.value
        let shown = NumberText.shortest(value)
        if figure.value.isPercent, [.count, .gate, .rank].contains(kind) {
            keys.collector.report(
                "bad-value", "\(kind.named) is a number, and this is the share \(shown)", at: figure.place,
                label: "write the number itself")
        } else if kind.isShare, !figure.value.isPercent, !(0...1).contains(value) {
            keys.collector.report(
                "bad-value", "\(kind.named) is a share, from 0 to 1 or as a percentage", at: figure.place,
                label: value > 1 && value <= 100 ? "write \(shown)%" : "")
        } else if kind.isShare, kind != .ratio, !(0...1).contains(value) {
            keys.collector.report(
                "bad-value", "\(kind.named) is never more than 100%", at: figure.place)
        }
    }

    /// Nil: unknown, or of no meaning, and then there is no pace.
    func baseline(_ kind: Kind?, _ goal: GoalText?) -> Double? {
        if let given = own("baseline", .baseline, of: kind) {
            if let kind, case .figure(let figure) = given { check(figure, kind) }
            return given.value
        }
        guard let kind, kind.mayHavePace, kind != .rank, case .atLeast = goal?.goal else {
            if case .exactly = goal?.goal, kind?.mayHavePace == true { return 0 }
            return nil
        }
        return 0
    }

    func direction(_ kind: Kind?, _ goal: GoalText?) -> Direction {
        let given = keys.optional("direction", .located(.word(Direction.self)))
        guard let goal else { return given?.value ?? .increase }
        let natural = goal.goal.direction
        if let given, natural != .maintain, given.value != natural {
            keys.collector.report(
                "bad-value", "the goal says that \(natural == .increase ? "more" : "less") is better", at: given.place,
                label: "leave it out")
        }
        return given?.value ?? natural
    }

    func policy(
        _ kind: Kind?, _ goal: GoalText?, _ baseline: Double?, accumulates: Bool, isMeasured: Bool
    ) -> PolicyID? {
        guard let name = keys.required("policy", .located(.text)) else { return nil }
        let id = PolicyID(name.value)
        guard let policies = context.policies else { return id }
        guard let policy = policies[id] else {
            let known = policies.keys.map(\.text).sorted()
            keys.collector.report(
                "unknown-policy", "unknown policy '\(name.value)'", at: name.place,
                label: Suggestion.label(for: name.value, in: known),
                notes: ["the policies are \(known.joined(separator: ", "))"])
            return nil
        }
        if isMeasured, policy.measure.needsPace, let kind, let goal {
            checkPace(policy, kind, goal, baseline, accumulates: accumulates, at: name.place)
        }
        return id
    }

    private func checkPace(
        _ policy: LightPolicy, _ kind: Kind, _ goal: GoalText, _ baseline: Double?, accumulates: Bool, at place: Place
    ) {
        let held = (context.policies ?? [:]).values.filter { $0.measure == .held }.map(\.id.text).sorted().first
        let wayOut = held.map { "use a policy by held, such as '\($0)'" } ?? "use a policy by held"
        let isAlone = kind == .count && !accumulates
        let isWithout = !kind.mayHavePace || goal.goal.isTrend || (kind == .rank && baseline == nil) || isAlone
        if isWithout {
            let thing =
                isAlone
                ? "a period that stands for itself"
                : kind.mayHavePace && goal.goal.isTrend ? "a trend" : kind.named
            keys.collector.report(
                "no-pace", "'\(policy.id)' goes by \(policy.measure.rawValue), and \(thing) has none", at: place,
                label: wayOut)
        } else if case .atMost = goal.goal, !keys.has("baseline") {
            keys.collector.report(
                "no-pace", "a goal that goes down has no \(policy.measure.rawValue) without a baseline",
                severity: .warning, at: place, label: "add 'baseline: …', or \(wayOut)")
        }
    }

    /// Three years of days. Each deadline judges the periods before it, so that many more would take very long.
    private static var mostPeriods: Int { 1100 }

    func plan(
        _ curve: CurveText?, _ window: DateRange, _ goal: GoalText, _ composition: Composition?, _ frequency: Frequency
    ) -> PlanCurve? {
        let due = goal.due?.value ?? composition?.lastStage ?? window.last
        guard let range = DateRange(window.first, due), due <= window.last else {
            keys.collector.report(
                "bad-value", "the goal is due on \(due), outside the window \(window.first) to \(window.last)",
                at: goal.due?.place ?? keys.place(of: "goal"))
            return nil
        }
        let pace = frequency.period ?? context.reporting.period
        let periods = pace.periods(in: window).count
        guard periods <= Self.mostPeriods else {
            keys.collector.report(
                "bad-value", "the window has \(periods) periods, and at most \(Self.mostPeriods) are judged",
                at: keys.place(of: "frequency"), label: "let figures come more seldom, or divide the window")
            return nil
        }
        let usual = composition?.steps(upTo: due).map { CurveText.curve(.steps($0)) } ?? .curve(.linear(.days))
        do {
            return try PlanCurve(
                (curve ?? usual).curve(over: range, pace: pace), over: range, pace: pace,
                calendar: context.timetable.calendar)
        } catch {
            // Days of parts outside the plan were told where they stand.
            if curve != nil || !keys.collector.hasErrors {
                keys.collector.report("bad-curve", "\(error.message)", at: keys.place(of: "curve"))
            }
            return nil
        }
    }
}

extension Kind {
    /// Why a goal is none for this kind; nil where it is one.
    fileprivate func objection(to goal: Goal) -> (message: String, wayOut: String)? {
        switch (self, goal) {
        case (.gate, .atMost), (.gate, .exactly): nil
        case (.gate, _): ("a gate counts what breaks it", "use at_most, or leave the goal out")
        case (.milestone, .atLeast), (.cadence, .atLeast), (.checklist, .atLeast), (.coverage, .atLeast): nil
        case (.milestone, _), (.cadence, _), (.checklist, _), (.coverage, _):
            ("\(named) is better the more of it is done", "use at_least, or leave it out for 100%")
        case (.rank, .atMost), (.rank, .notRising), (.rank, .between): nil
        case (.rank, _): ("a rank is better the lower it is", "use at_most")
        case (.count, _), (.ratio, _), (.level, _): nil
        }
    }
}

extension Goal {
    /// Which way is better by what it asks for.
    fileprivate var direction: Direction {
        switch self {
        case .atLeast, .notFalling: .increase
        case .atMost, .notRising: .decrease
        // Of growth only the direction is asked, and it is said beside the goal.
        case .exactly, .between, .rising, .falling: .maintain
        }
    }
}

extension LightPolicy.Measure {
    /// Whether it compares with a plan, or with where things began.
    fileprivate var needsPace: Bool {
        switch self {
        case .paceRatio, .paceRatioPeriods, .gapPoints, .progress: true
        case .completion, .held: false
        }
    }
}

extension Composition {
    /// The day of the last stage.
    fileprivate var lastStage: LocalDate? {
        if case .stages(let stages) = self { stages.map(\.due).max() } else { nil }
    }

    /// The shares that are planned by the parts' own days; nil where they have none.
    fileprivate func steps(upTo due: LocalDate) -> [Curve.Point]? {
        let parts: [(day: LocalDate, weight: Double)]
        switch self {
        case .stages(let stages): parts = stages.map { ($0.due, $0.weight) }
        case .items(let items) where items.contains { $0.due != nil }: parts = items.map { ($0.due ?? due, 1) }
        case .items, .rows, .members, .periods: return nil
        }
        let whole = parts.reduce(0) { $0 + $1.weight }
        return Set(parts.map(\.day)).sorted().map { day in
            // By day and not one after the other: the last share is 1 whatever the rounding.
            Curve.Point(day, parts.filter { $0.day <= day }.reduce(0) { $0 + $1.weight } / whole)
        }
    }
}
