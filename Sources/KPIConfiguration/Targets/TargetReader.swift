import Diagnostics
import KPICore

extension Shape where Value == Target {
    static func target(_ edition: TargetReader.Edition, _ context: TargetContext) -> Shape {
        .mapping("a target") { TargetReader($0, edition, context).read() }
    }
}

/// Reads one target. Every key is asked for before anything is given up, so that all mistakes show at once.
struct TargetReader {
    /// What a file says once for all its targets.
    struct Edition {
        let section: Target.Section
        let window: DateRange?
    }

    private let keys: MappingReader
    private let edition: Edition
    private let context: TargetContext

    init(_ keys: MappingReader, _ edition: Edition, _ context: TargetContext) {
        (self.keys, self.edition, self.context) = (keys, edition, context)
    }

    func read() -> Target? {
        let id = keys.required("id", .identifier)
        let label = keys.required("label", .label)
        let kind = keys.required("kind", .word(Kind.self))
        let unitOfMeasure = keys.optional("unit_of_measure", .text, default: "")
        let direction = keys.optional("direction", .word(Direction.self))
        let baseline = keys.optional("baseline", .baseline)
        let goal = keys.required("goal", .goal)
        let frequency = keys.required("frequency", .frequency)
        let deadline = keys.optional("deadline", .deadline, default: context.reporting.deadline)
        let form = keys.optional("form", .word(Form.self))
        let openingStock = keys.optional("opening_stock", .number, default: 0)
        let source = source(kind)
        let policy = policy()
        let owners = keys.optional("owner", .oneOrMore(of: .text), default: [])
        let weight = keys.optional("weight", .number.within(0...), default: 1)
        let tags = keys.optional("tags", .oneOrMore(of: .text), default: [])
        let assumed = keys.optional("assumed", .oneOrMore(of: .text), default: [])
        let sourceText = keys.optional("source_text", .text, default: "")
        let allocation = allocation(kind, goal?.goal)
        let reporters = keys.optional("reporters", .reporters(in: context.units))
        let window = keys.optional("window", .window) ?? edition.window
        let curve = keys.optional("curve", .curve, default: .curve(.linear(.days)))
        guard let kind, let goal, let frequency, let window else { return nil }
        let plan = plan(curve, window, goal.due, frequency)
        guard let id, let label, let source, let policy, let plan else { return nil }
        noteAssumed(assumed, id)
        return Target(
            id: TargetID(id), label: label, section: edition.section, kind: kind, unitOfMeasure: unitOfMeasure,
            direction: direction ?? Self.direction(of: goal.goal), baseline: baseline ?? 0, goal: goal.goal,
            window: window, plan: plan, allocation: allocation, frequency: frequency, deadline: deadline,
            form: form ?? (kind == .ratio ? .level : .delta), openingStock: .known(openingStock), source: source,
            reporters: reporters
                ?? context.units.units.map(\.id).filter { allocation[$0] != nil && isReported(source) },
            policy: policy, owners: owners, weight: weight, tags: tags, assumed: assumed, sourceText: sourceText,
            place: keys.node.place)
    }

    private func isReported(_ source: Source) -> Bool {
        if case .reports = source { true } else { false }
    }

    private static func direction(of goal: Goal) -> Direction {
        switch goal {
        case .atLeast, .notFalling: .increase
        case .atMost, .notRising: .decrease
        case .exactly, .between: .maintain
        }
    }

    private func source(_ kind: Kind?) -> Source? {
        let register = keys.optional("register", .registerMeasure(context.registers))
        let reporting = keys.optional("reporting", .word(Source.Discipline.self))
        if keys.has("register"), keys.has("reporting") {
            keys.collector.report(
                "two-sources", "a target has one source, and this has 'register' and 'reporting'",
                at: keys.place(of: "reporting"))
            return nil
        }
        if keys.has("register") {
            guard let register else { return nil }
            if kind == .ratio, register.numerator == nil {
                keys.collector.report(
                    "missing-key", "a ratio counted from a register needs 'numerator'", at: keys.place(of: "register"),
                    label: "add the condition that a row in the numerator meets")
            }
            if kind == .count, register.numerator != nil {
                keys.collector.report(
                    "bad-value", "a count has no numerator", at: keys.place(of: "register"), label: "use 'where'")
            }
            return .register(register)
        }
        if keys.has("reporting") { return reporting.map { .reporting($0) } }
        return .reports
    }

    private func policy() -> PolicyID? {
        guard let name = keys.required("policy", .located(.text)) else { return nil }
        let id = PolicyID(name.value)
        guard let policies = context.policies, policies[id] == nil else { return id }
        let known = policies.keys.map(\.text).sorted()
        keys.collector.report(
            "unknown-policy", "unknown policy '\(name.value)'", at: name.place,
            label: Suggestion.label(for: name.value, in: known),
            notes: ["the policies are \(known.joined(separator: ", "))"])
        return nil
    }

    private func allocation(_ kind: Kind?, _ goal: Goal?) -> [UnitID: Double] {
        let mistakes = keys.collector.diagnostics.count
        let pairs = keys.optional("allocation", .mapping(from: .unit(in: context.units), to: .amount), default: [])
        var allocation: [UnitID: Double] = [:]
        for pair in pairs {
            let unit = context.units.units[pair.key]
            if pair.key == UnitTree.root {
                keys.collector.report(
                    "bad-value", "'\(unit.id)' is the whole, whose goal is the target's own", at: pair.keyPlace)
            } else if allocation.updateValue(pair.value, forKey: unit.id) != nil {
                keys.collector.report("duplicate-unit", "'\(unit.id)' has two shares", at: pair.keyPlace)
            }
        }
        // A sum without the shares that could not be read says nothing.
        if kind == .count, keys.collector.diagnostics.count == mistakes { checkSum(pairs, goal) }
        return allocation
    }

    /// Parts that do not make up the whole are told, not refused: some share out more than is asked.
    private func checkSum(_ pairs: [Pair<Int, Double>], _ goal: Goal?) {
        guard !pairs.isEmpty, let whole = goal?.value else { return }
        let given = Set(pairs.map(\.key))
        let sum = pairs.filter { pair in !isBelowAnother(pair.key, given) }.reduce(0) { $0 + $1.value }
        if abs(sum - whole) > Goal.tolerance {
            keys.collector.report(
                "allocation-sum",
                "the shares sum to \(Decimal.shortest(sum)), the goal is \(Decimal.shortest(whole))",
                severity: .warning, at: keys.place(of: "allocation"))
        }
    }

    private func isBelowAnother(_ unit: Int, _ others: Set<Int>) -> Bool {
        var parent = context.units.parents[unit]
        while let index = parent {
            if others.contains(index) { return true }
            parent = context.units.parents[index]
        }
        return false
    }

    private func plan(_ curve: CurveText, _ window: DateRange, _ due: LocalDate?, _ frequency: Frequency) -> PlanCurve?
    {
        let due = due ?? window.last
        guard let range = DateRange(window.first, due), due <= window.last else {
            keys.collector.report(
                "bad-value", "the goal is due on \(due), outside the window \(window.first) to \(window.last)",
                at: keys.place(of: "goal"))
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
        do {
            return try PlanCurve(
                curve.curve(over: range, pace: pace), over: range, pace: pace, calendar: context.calendar)
        } catch {
            keys.collector.report("bad-curve", "\(error.message)", at: keys.place(of: "curve"))
            return nil
        }
    }

    /// Three years of days. Each deadline judges the periods before it, so that many more would take very long.
    private static let mostPeriods = 1100

    private func noteAssumed(_ assumed: [String], _ id: String) {
        guard !assumed.isEmpty else { return }
        keys.collector.report(
            "assumed", "nobody has confirmed \(assumed.joined(separator: ", ")) of '\(id)'", severity: .note,
            at: keys.place(of: "assumed"))
    }
}
