internal import Diagnostics

extension Program {
    /// Evaluates once more, slowly, keeping what each sub-expression came to.
    package func explain(_ frame: inout Frame) -> Explanation {
        let plan = Planner(checked, environment, isTracing: true).plan(checked.expression)
        frame.context.remaining = environment.options.budget
        frame.reserve(checked.slotCount)
        frame.trace = Trace()
        defer { frame.trace = nil }
        let result: Outcome
        do throws(Stop) {
            result = .value(try plan.code(&frame))
        } catch {
            result = outcome(error)
        }
        let trace = frame.trace ?? Trace()
        return Explanation(outcome: result, steps: steps(trace), isComplete: trace.isComplete)
    }

    private func steps(_ trace: Trace) -> [Explanation.Step] {
        var results: [Int: [Result<Value, Stop>]] = [:]
        for entry in trace.entries { results[entry.node, default: []].append(entry.result) }
        var steps: [Explanation.Step] = []
        func visit(_ expression: Expression, _ depth: Int) {
            for result in results[expression.id] ?? [] {
                let outcome: Outcome =
                    switch result {
                    case .success(let value): .value(value)
                    case .failure(let stop): self.outcome(stop)
                    }
                steps.append(
                    Explanation.Step(
                        text: source.text(expression.span), place: source.place(expression.span), outcome: outcome,
                        depth: depth))
            }
            for child in expression.node.children { visit(child, depth + 1) }
        }
        visit(checked.expression, 0)
        return steps
    }
}
