package import Diagnostics

/// A compiled expression. It never changes and may be shared; what changes stands in the ``Frame``.
package final class Program: Sendable {
    /// What the expression gives.
    package let type: ValueType
    /// The slots of the declared variables it refers to, in order.
    package let reads: [Int]
    package let warnings: [Diagnostic]
    package let source: Excerpt
    let checked: Checked
    let environment: Environment
    private let value: Code
    private let truth: Word

    init(_ checked: Checked, source: Excerpt, environment: Environment, plan: Plan, warnings: [Diagnostic]) {
        self.type = checked.type(of: checked.expression)
        self.reads = checked.reads
        self.warnings = warnings
        self.source = source
        self.checked = checked
        self.environment = environment
        self.value = plan.code
        self.truth = plan.word(.bool)
    }

    package func evaluate(_ frame: inout Frame) -> Outcome {
        prepare(&frame)
        do throws(Stop) {
            return .value(try value(&frame))
        } catch {
            return outcome(error)
        }
    }

    /// Evaluates a condition. Does not allocate where the condition is true or false.
    package func evaluateBool(_ frame: inout Frame) -> Truth {
        prepare(&frame)
        do throws(Stop) {
            return try truth(&frame) != 0 ? .true : .false
        } catch {
            switch outcome(error) {
            case .unknown(let unknown): return .unknown(unknown.attributes)
            case .failed(let failure): return .failed(failure)
            case .value: return .false
            }
        }
    }

    @inline(__always)
    private func prepare(_ frame: inout Frame) {
        frame.context.remaining = environment.options.budget
        if frame.cells.count < checked.slotCount { frame.reserve(checked.slotCount) }
    }

    func outcome(_ stop: Stop) -> Outcome {
        switch stop {
        case .unknown(let unknown): .unknown(unknown)
        case .failed(let failure), .exhausted(let failure):
            .failed(
                EvaluationError(
                    message: failure.message, place: source.place(failure.span ?? checked.expression.span)))
        }
    }
}
