import KPICore
import KPIStore
import Measuring

/// One size of organisation, evaluated.
struct Measured {
    let world: World
    let subjects: Int

    init(targets: Int, units: Int) {
        world = World(targets: targets, units: units)
        subjects = targets * units
    }

    func run() throws {
        print("\(world.catalog.targets.count) targets x \(subjects / world.catalog.targets.count) units x 5 rules")
        let before = Heap.bytes
        let facts = world.facts
        let afterFacts = Heap.bytes
        tell("facts: six months of reports", "\((afterFacts - before) / subjects) bytes a subject")

        // Everything up to the last deadline, then the moment at which all of it is judged anew.
        let evaluator = Evaluator(world.catalog, facts)
        let eve = world.lastDeadline.adding(seconds: -1)
        var (first, took) = timed { evaluator.advance(EvaluationState(), to: eve) }
        tell("from the beginning, through every deadline", seconds(took))
        first.transitions = []
        let state = first.state
        var least = Duration.seconds(1000)
        var advance = first
        for _ in 0..<5 {
            (advance, took) = timed { evaluator.advance(state, to: world.lastDeadline) }
            least = min(least, took)
        }
        tell("all of them at a deadline, at most 0.3 s for 100000", seconds(least))
        let perPair = least / .nanoseconds(1) / Double(subjects * 5)
        tell("", "\(Int(perPair)) ns a subject and rule, \(advance.transitions.count) transitions")
        let all = Heap.cost { evaluator.advance(EvaluationState(), to: world.lastDeadline).state }
        let alerts = Heap.cost { evaluator.advance(EvaluationState(), to: world.lastDeadline).state.alerts }
        let open = advance.state.alerts.open.count
        tell("what is remembered, at most 300", "\(all / subjects) bytes a subject")
        tell("", "of them \(alerts / subjects) for \(open) alerts, \(alerts / max(1, open)) bytes each")
        try oneReport(facts, advance.state)
    }

    /// From a figure that was recorded to the commit of what came of it.
    private func oneReport(_ facts: Facts, _ state: EvaluationState) throws {
        let folder = try Folder()
        let ledger = try Ledger(path: folder.path + "/ledger.sqlite")
        var facts = facts
        var state = state
        var times: [Duration] = []
        for round in 0..<20 {
            let moment = world.lastDeadline.adding(seconds: Int64(round + 1) * 60)
            let report = world.correction(round, at: moment)
            let (_, took) = try timed {
                facts.reports.add(report)
                var taken = EvaluationState()
                swap(&taken, &state)
                let change = Evaluator.Change(targets: [report.key.target], corrections: [report.key.target])
                let advance = Evaluator(world.catalog, facts).advance(taken, to: moment, after: change)
                _ = try ledger.commit(
                    Tick(
                        alerts: advance.changed.sorted().compactMap { advance.state.alerts[$0] },
                        transitions: advance.transitions, evaluatedThrough: moment))
                state = advance.state
            }
            times.append(took)
        }
        times.sort()
        tell("one new report, up to its commit", "\(micros(times[0])) least, \(micros(times[times.count / 2])) median")
    }
}
