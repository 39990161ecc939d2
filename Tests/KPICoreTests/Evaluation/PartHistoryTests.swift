import TestSeeds
import Testing

@testable import KPICore

/// What alerts about parts did is a function of the ledger too.
struct PartHistoryTests {
    private static let end = moment("2021-07-20T00:00:00Z")
    /// Judged day by day, so no longer than it has to be.
    private static let spring = days("2021-03-10", "2021-04-10")

    private static let catalog = Samples.catalog(
        [
            Samples.target(
                "gate", kind: .gate, goal: .atMost(0), window: spring, frequency: .event,
                source: Samples.fromDeeds(invariant: "done <= on", isLive: true), policy: "held"),
            Samples.target(
                "list", kind: .checklist, goal: .atLeast(1), window: spring, frequency: .event,
                source: Samples.fromDeeds(dated: nil, isLive: true),
                composition: .rows(ItemColumns(due: "due", done: "done", owner: "owner", verifiedBy: "verified")),
                policy: "held"),
            Samples.target(
                "cadence", kind: .cadence, goal: .atLeast(1), frequency: .event, source: Samples.fromDeeds(),
                composition: .periods(.month, atLeast: 2), policy: "held"),
            Samples.target(
                "cover", kind: .coverage, goal: .atLeast(1), source: .reports,
                composition: .members(
                    .listed([.init(id: "part", label: Label("Part")), .init(id: "rest", label: Label("Rest"))]),
                    atLeast: 30),
                reporters: ["north", "south"], policy: "held"),
        ],
        rules: [
            Samples.rule("broken", each: .entity, when: [.critical: "entity.violates"]),
            Samples.rule("overdue", each: .item, when: [.warning: "item.overdue"], for: .workingDays(2)),
            Samples.rule("open", each: .item, when: [.info: "item.done && !item.closed"]),
            Samples.rule("short", each: .item, when: [.info: "item.value < item.at_least"], for: .periods(2)),
            Samples.rule("missed", each: .period, when: [.warning: "period.missed"], clear: "period.made_up"),
        ],
        policies: [Samples.held], registers: [Samples.deeds])

    private static func facts(_ random: inout SeededGenerator) -> Facts {
        var rows: [RegisterRow] = []
        func date(_ random: inout SeededGenerator) -> String? {
            let date = Samples.year.first.adding(days: Int.random(in: 50..<120, using: &random))
            return Bool.random(using: &random) ? date.description : nil
        }
        let uploads = (0..<6).map { _ in RandomLedger.moment(&random) }.sorted()
        for at in uploads {
            for entity in 0..<5 where Bool.random(using: &random) {
                if Int.random(in: 0..<8, using: &random) == 0 {
                    rows.append(Samples.undone("E\(entity)", at: at.utc))
                    continue
                }
                rows.append(
                    Samples.deed(
                        "E\(entity)", on: date(&random), in: entity < 3 ? "north" : nil, due: date(&random),
                        done: date(&random), owner: "Li", verified: ["Li", "Wu"].randomElement(using: &random),
                        at: at.utc))
            }
        }
        return Samples.facts(RandomLedger.reports(&random, count: 30, on: "cover"), rows)
    }

    /// A new process has the alerts and the moment reached, and no assessment.
    @Test(arguments: seeds(1))
    func anyStepsWithAStartAtEachComeToTheSame(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let evaluator = Evaluator(Self.catalog, Self.facts(&random))
        func walk(_ steps: [Instant]) -> RandomWorld.History {
            var state = EvaluationState()
            var history = RandomWorld.History()
            for step in steps {
                let started = EvaluationState(evaluatedThrough: state.evaluatedThrough, alerts: state.alerts)
                let advance = evaluator.advance(started, to: step)
                state = advance.state
                history.transitions += advance.transitions
            }
            history.alerts = state.alerts
            return history
        }
        let steps = (0..<4).map { _ in RandomLedger.moment(&random) }.sorted().filter { $0 < Self.end }
        let once = walk([Self.end])
        let several = walk(steps + [Self.end])
        #expect(Set(once.transitions.map(\.alert.rule)).count >= 3, "too little happens to tell")
        #expect(several == once, "\(several.difference(from: once))")
    }
}
