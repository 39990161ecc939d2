import Diagnostics
import Foundation
import Testing

@testable import CEL

/// An expression means the same whether its types were known beforehand or not, whether it is evaluated or explained.
struct AgreementTests {
    private static let seed =
        ProcessInfo.processInfo.environment["CEL_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1 << 32)

    private let variables: [Declaration] = ExpressionGenerator<SeededGenerator>.variables.map {
        let type: ValueType =
            switch $0.type {
            case .bool: .bool
            case .int: .int
            case .double: .double
            case .string: .string
            case .list: .list(.int)
            }
        return Declaration($0.name, type)
    }

    private func frame(_ environment: Environment) -> Frame {
        var frame = Frame(environment)
        frame.set(0, int: 3)
        frame.setUnknown(1, attribute: "j")
        frame.set(2, double: 2.5)
        frame.set(3, string: "abc")
        frame.set(4, bool: true)
        frame.setUnknown(5, attribute: "u")
        frame.set(6, .list([.int(1), .int(0), .int(3)]))
        return frame
    }

    /// Failures agree in being failures: which of two is met first may differ.
    private func text(_ outcome: Outcome) -> String {
        if case .failed = outcome { return "failed" }
        return Evaluating.text(outcome)
    }

    @Test func typedAndDynamicEvaluationAgree() {
        print("seed \(Self.seed); CEL_SEED repeats a run")
        var generator = ExpressionGenerator(random: SeededGenerator(state: Self.seed))
        var unchecked = Options.standard
        unchecked.checksTypes = false
        let typed = Environment(variables)
        let dynamic = Environment(variables, options: unchecked)
        var compiled = 0
        for index in 0..<1000 {
            let kind = ExpressionGenerator<SeededGenerator>.Kind.allCases[index % 5]
            let source = generator.expression(kind, depth: 4)
            guard case .success(let first) = typed.compile(Excerpt(source)) else { continue }
            guard case .success(let second) = dynamic.compile(Excerpt(source)) else {
                Issue.record("seed \(Self.seed): only compiles checked: \(source)")
                continue
            }
            compiled += 1
            var frame = frame(typed)
            let wanted = text(first.evaluate(&frame))
            #expect(text(first.explain(&frame).outcome) == wanted, "seed \(Self.seed), explained: \(source)")
            var other = self.frame(dynamic)
            #expect(text(second.evaluate(&other)) == wanted, "seed \(Self.seed), unchecked: \(source)")
        }
        #expect(compiled > 600, "seed \(Self.seed)")
    }

    @Test func andAndOrDoNotCareAboutOrder() {
        var generator = ExpressionGenerator(random: SeededGenerator(state: Self.seed &+ 1))
        let environment = Environment(variables)
        for _ in 0..<500 {
            let parts = (0..<3).map { _ in generator.expression(.bool, depth: 2) }
            for sign in [" && ", " || "] {
                let sources = [parts, parts.reversed(), [parts[1], parts[2], parts[0]]].map {
                    $0.joined(separator: sign)
                }
                let outcomes = sources.compactMap { source -> String? in
                    guard case .success(let program) = environment.compile(Excerpt(source)) else { return nil }
                    var frame = frame(environment)
                    return text(program.evaluate(&frame))
                }
                #expect(Set(outcomes).count <= 1, "seed \(Self.seed): \(sources[0])")
            }
        }
    }

    @Test func noTextMakesTheCompilerTrap() {
        var random = SeededGenerator(state: Self.seed &+ 2)
        let pieces = [
            "a", "1", "1.5", "'s'", "(", ")", "[", "]", "{", "}", ".", ",", ":", "?", "+", "-", "*", "/", "%", "!",
            "&&",
            "||", "==", "<", " in ", "has(", ".map(x, ", ".all(", "cel.bind(x, ", "true", "null", "b'", "\"", "\\", "“",
            " and ", "=", "30d", "80%", "，", ".?", "[?", "optional.of(", "dyn(", "size(", "\n", "//", "`",
            "9223372036854775808",
        ]
        let environments = [Environment(variables), Environment(variables, options: .rules)]
        for _ in 0..<4000 {
            let count = Int.random(in: 1...12, using: &random)
            let source = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            for environment in environments {
                guard case .success(let program) = environment.compile(Excerpt(source)) else { continue }
                var frame = frame(environment)
                _ = program.evaluate(&frame)
            }
        }
    }
}
