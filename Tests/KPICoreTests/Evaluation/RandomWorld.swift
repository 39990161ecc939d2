import TestSeeds

@testable import KPICore

/// An organisation with a little of everything that can change by itself or by what comes in.
struct RandomWorld {
    let catalog: Catalog
    let facts: Facts
    var random: SeededGenerator

    init(seed: Int, catalog: Catalog = Self.catalog) {
        random = SeededGenerator(seed: UInt64(seed))
        self.catalog = catalog
        var facts = Facts(catalog.formerNames)
        let reports =
            RandomLedger.reports(&random, count: 16)
            + RandomLedger.reports(&random, count: 6, on: "stock", every: .quarter)
            + RandomLedger.reports(&random, count: 4, on: "events")
        for report in reports { facts.reports.add(report) }
        for upload in 0..<3 {
            let at = RandomLedger.moment(&random)
            for entity in 0..<4 where Bool.random(using: &random) || upload == 0 {
                let opened = Samples.year.first.adding(days: Int.random(in: 0..<180, using: &random))
                facts.registers.add(Samples.need("N\(entity)", opened: opened, in: "north", at: at))
            }
        }
        self.facts = facts
    }

    private static let environment = RegisterVariables.environment(of: Samples.needs, Samples.utc)

    static let catalog = Samples.catalog(
        [
            Samples.target(allocation: ["north": 60, "south": 60]),
            Samples.target(
                "stock", goal: .atLeast(40), allocation: ["north": 40], frequency: .every(.quarter),
                deadline: Deadline(.working(8), at: Samples.clock("17:30")), reporters: ["north", "south"]),
            Samples.target(
                "events", goal: .atLeast(30), window: days("2021-03-10", "2021-11-20"), due: "2021-05-20",
                frequency: .event),
            Samples.target(
                "needs", goal: .atLeast(4), allocation: ["north": 3],
                source: .register(
                    RegisterMeasure(register: "needs", environment: environment)),
                reporters: []),
            Samples.target(
                "today", goal: .atLeast(4), window: days("2021-05-01", "2021-05-05"),
                source: .register(
                    RegisterMeasure(
                        register: "needs", environment: environment, isLive: true)),
                reporters: []),
            Samples.target(
                "rate", kind: .ratio, goal: .atLeast(1), source: .reporting(.timeliness), reporters: []),
        ],
        rules: [
            Samples.rule(
                "behind", when: [.critical: "pace_ratio < 0.5", .warning: "pace_ratio < 0.9"],
                clear: "pace_ratio >= 1.1", keep: .periods(2), corrections: .reopen),
            Samples.rule("twice", each: .unit, when: [.warning: "pace_ratio < 0.8"], for: .periods(2)),
            Samples.rule(
                "hours", when: [.info: "value < 20", .warning: "value < 5"], clear: "value > 30",
                for: .seconds(200_000),
                noData: .alert),
            Samples.rule(
                "days", each: .unit, when: [.warning: "change <= 2"], for: .workingDays(4),
                escalate: [Escalation(.unacknowledged(.workingDays(3)), to: .critical)],
                flapping: Flapping(episodes: 2, within: .workingDays(60))),
            Samples.rule("missing", each: .unit, when: [.warning: "report_state == \"missing\""]),
            Samples.rule("conflict", each: .unit, when: [.warning: "conflict"], for: .seconds(50_000)),
            Samples.rule("early", when: [.info: "days_left > 300 || light == \"not_started\" || value <= 0"]),
            Samples.rule("late", when: [.critical: "past_due && !achieved"]),
            Samples.rule(
                "slack", when: [.warning: "value < 0.9"], clear: "value >= 0.95", keep: .workingDays(30),
                escalate: [
                    Escalation(.offTrack(periods: 2), to: .critical), Escalation(.left(workingDays: 5), to: .critical),
                ]),
        ],
        registers: [Samples.needs])

    /// One advance for each step, with the state passed on as `keeping` says.
    func walk(_ steps: [Instant], keeping: (EvaluationState) -> EvaluationState = { $0 }) -> History {
        let evaluator = Evaluator(catalog, facts)
        var state = EvaluationState()
        var history = History()
        for step in steps {
            let advance = evaluator.advance(keeping(state), to: step)
            state = advance.state
            history.transitions += advance.transitions
        }
        history.alerts = state.alerts
        if let end = steps.last {
            history.past = StatusDocument(state, catalog, facts, asOf: end, health: Samples.health).targets.map(\.past)
        }
        return history
    }

    struct History: Equatable {
        var transitions: [Transition] = []
        var alerts = AlertBook()
        /// How the closed editions of each target are shown in the end.
        var past: [[PastEdition]] = []

        /// The first place at which two histories part, for people to look at.
        func difference(from other: History) -> String {
            for (a, b) in zip(transitions, other.transitions) where a != b {
                return "\(a.line)\n\(b.line)"
            }
            let longer = transitions.count > other.transitions.count ? transitions : other.transitions
            if transitions.count != other.transitions.count {
                return "only one: \(longer[min(transitions.count, other.transitions.count)].line)"
            }
            for alert in alerts.values where other.alerts[alert.identity] != alert {
                return "\(alert)\n\(String(describing: other.alerts[alert.identity]))"
            }
            for (a, b) in zip(past, other.past) where a != b { return "\(a)\n\(b)" }
            return "none"
        }
    }
}

extension Transition {
    /// `2021-02-03T12:00:00+00:00 behind/visits/all inactive -> firing warning (condition_held)`
    var line: String {
        "\(at.utc) \(alert) \(from) -> \(to) \(severity) (\(reason.rawValue))"
    }
}
