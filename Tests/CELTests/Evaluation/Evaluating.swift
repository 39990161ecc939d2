import Diagnostics
import Testing

@testable import CEL

/// Short ways to compile and evaluate in tests.
enum Evaluating {
    static func environment(
        _ variables: [(String, ValueType)] = [], options: Options = .standard, functions: [Function] = []
    ) -> Environment {
        Environment(
            variables.map { Declaration($0.0, $0.1) }, functions: functions, options: options,
            zones: SystemZones.zone)
    }

    /// What a source without variables gives, as text: a value, `unknown: …` or `error: …`.
    static func text(_ source: String, options: Options = .standard) -> String {
        let environment = environment(options: options)
        switch environment.compile(Excerpt(source)) {
        case .failure(let failure):
            return "does not compile: " + failure.diagnostics.map(\.message).joined(separator: "; ")
        case .success(let program):
            var frame = Frame(environment)
            return text(program.evaluate(&frame))
        }
    }

    static func text(_ outcome: Outcome) -> String {
        switch outcome {
        case .value(let value): value.description
        case .unknown(let unknown): "unknown: " + unknown.attributes.joined(separator: ", ")
        case .failed(let error): "error: " + error.message
        }
    }

    /// The rendered diagnostics of a source that does not compile, or its warnings.
    static func report(_ source: String, _ environment: Environment, as expected: ValueType? = nil) -> String {
        let renderer = DiagnosticRenderer()
        return switch environment.compile(Excerpt(source, name: "rule"), as: expected) {
        case .failure(let failure): renderer.render(failure.diagnostics)
        case .success(let program): renderer.render(program.warnings)
        }
    }
}
