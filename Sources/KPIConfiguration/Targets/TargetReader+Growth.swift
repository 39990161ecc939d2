import Diagnostics
import KPICore

// How a target is judged where a method does it and not a policy: `method: sdg-cagr` and `growth: {base_year, limit}`.

extension TargetReader {
    /// Where the method is named; nil for a target that is judged by a policy. Keys that belong to the one and not to the
    /// other are refused.
    func method(_ kind: Kind?) -> Place? {
        let given = own("method", .located(.word([LightPolicy.byGrowthRate.id.text: ()])), of: kind)
        guard keys.has("method") else {
            if keys.has("growth", of: kind, in: Kind.keysOfTargets) {
                keys.collector.report(
                    "misplaced-key", "'growth' says how growth is judged, and no method is named that does",
                    at: keys.keyPlace(of: "growth"), label: "add 'method: sdg-cagr'")
            }
            return nil
        }
        let reasons = [
            ("policy", "the method gives the light itself"),
            ("baseline", "growth is counted from the figure of its base year"),
            ("curve", "growth is compared with growth, and not with a plan"),
        ]
        for (key, reason) in reasons where keys.has(key) {
            keys.collector.report(
                "misplaced-key", "a target judged by growth has no '\(key)'", at: keys.keyPlace(of: key),
                label: "\(reason): leave it out")
        }
        // Where it is misspelt or misplaced, whoever wrote it does not want a policy all the same.
        return given?.place ?? keys.place(of: "method")
    }

    /// Nil where something is wrong with it, which has been told. A direction is nil where it could not be read.
    func growth(
        _ method: Place, _ kind: Kind?, _ goal: GoalText?, _ direction: Direction?, _ form: Form, accumulates: Bool,
        _ frequency: Frequency?, _ window: DateRange?
    ) -> GrowthTerms? {
        let mistakes = keys.collector.diagnostics.count
        let terms = own("growth", .growth, of: kind)
        if let frequency, frequency.period != .year {
            keys.collector.report(
                "bad-value", "growth is counted by years, and this is reported \(frequency.word)",
                at: keys.place(of: "frequency"), label: "write 'frequency: yearly'")
        }
        if kind == .ratio, form == .delta, accumulates {
            keys.collector.report(
                "bad-value", "figures that add up over the years show no growth from year to year",
                at: keys.place(of: "form"), label: "leave it out, or add 'accumulates: false'")
        }
        checkGoal(of: method, goal, direction)
        if let limit = terms?.limit { check(limit, kind, goal) }
        let base = window.flatMap { baseYear(terms?.baseYear, in: $0, goal, method) }
        guard let base, keys.collector.diagnostics.count == mistakes else { return nil }
        return GrowthTerms(baseYear: base, limit: terms?.limit?.value.value)
    }

    /// Either a number to reach from one side, or a direction.
    private func checkGoal(of method: Place, _ goal: GoalText?, _ direction: Direction?) {
        switch goal?.goal {
        case .atLeast, .atMost, nil: break
        case .rising, .falling:
            guard direction == .maintain else { return }
            let isWritten = keys.has("direction")
            keys.collector.report(
                isWritten ? "bad-value" : "missing-key",
                "growth without a number to reach needs to know what is better",
                at: isWritten ? keys.place(of: "direction") : method,
                label: "write 'direction: increase' or 'direction: decrease', or a goal")
        case .exactly, .between, .notFalling, .notRising:
            keys.collector.report(
                "bad-goal", "growth leads to a number from one side", at: goal?.place ?? keys.place(of: "goal"),
                label: "use at_least or at_most, or leave the goal out and write 'direction: …'")
        }
    }

    private func check(_ limit: Located<Figure>, _ kind: Kind?, _ goal: GoalText?) {
        if let kind { check(limit, kind) }
        if limit.value.value <= 0 {
            keys.collector.report("bad-value", "a limit lies above 0", at: limit.place)
        } else if goal?.goal.value != nil {
            keys.collector.report(
                "bad-value", "a limit counts where no number is to be reached, and the goal names one",
                at: limit.place, label: "leave it out")
        }
    }

    /// The year that is written, else the window's first.
    private func baseYear(
        _ written: Located<Int>?, in window: DateRange, _ goal: GoalText?, _ method: Place
    ) -> Int? {
        let base = written?.value ?? window.first.year
        if base < window.first.year {
            keys.collector.report(
                "bad-value", "the window begins in \(window.first.year), and figures before it do not count",
                at: written?.place ?? method, label: "let the window begin in \(base)")
            return nil
        }
        guard base < window.last.year else {
            keys.collector.report(
                "bad-value", "growth takes years, and the window ends in \(window.last.year)",
                at: written?.place ?? method, label: "write 'window: {from: …, to: …}' over the years it is about")
            return nil
        }
        if goal?.goal.value != nil, let due = goal?.due, due.value.year <= base {
            keys.collector.report(
                "bad-value", "the goal is due in \(due.value.year), and growth is counted from \(base)", at: due.place)
            return nil
        }
        return base
    }
}

extension Goal {
    /// Where only growth is asked for: which way.
    func inDirection(_ direction: Direction) -> Goal {
        if case .rising = self, direction == .decrease { .falling } else { self }
    }
}

/// What is written under `growth`.
private struct GrowthText {
    let baseYear: Located<Int>?
    let limit: Located<Figure>?
}

extension Shape where Value == GrowthText {
    fileprivate static var growth: Shape {
        .mapping("a mapping of base_year and limit") { growth in
            GrowthText(
                baseYear: growth.optional("base_year", .located(.year)),
                limit: growth.optional("limit", .located(.figure)))
        }
    }
}
