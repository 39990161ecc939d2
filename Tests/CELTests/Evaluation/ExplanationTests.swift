import Diagnostics
import Testing

@testable import CEL

struct ExplanationTests {
    private func steps(_ explanation: Explanation) -> [String] {
        explanation.steps.map {
            String(repeating: "  ", count: $0.depth) + "\($0.text) = \(Evaluating.text($0.outcome))"
        }
    }

    @Test func eachPartIsShownWithItsValue() throws {
        let environment = Evaluating.environment([("progress", .double), ("pace", .double), ("owner", .string)])
        let program = try environment.compile(Excerpt("progress < pace - 0.1 && owner != ''")).get()
        var frame = Frame(environment)
        frame.set(0, double: 0.5)
        frame.set(1, double: 0.75)
        frame.setUnknown(2, attribute: "owner")
        let explanation = program.explain(&frame)
        #expect(Evaluating.text(explanation.outcome) == "unknown: owner")
        #expect(
            steps(explanation) == [
                "progress < pace - 0.1 && owner != '' = unknown: owner", "  progress < pace - 0.1 = true",
                "    progress = 0.5", "    pace - 0.1 = 0.65", "      pace = 0.75", "      0.1 = 0.1",
                "  owner != '' = unknown: owner", "    owner = unknown: owner", "    '' = \"\"",
            ])
    }

    @Test func whatWasNotReachedIsNotShown() throws {
        let environment = Evaluating.environment([("n", .int)])
        let program = try environment.compile(Excerpt("n > 1 || n / 0 > 1")).get()
        var frame = Frame(environment)
        frame.set(0, int: 2)
        #expect(steps(program.explain(&frame)).count == 4)
    }

    @Test func loopsAreShownAsOftenAsTheyRan() throws {
        let environment = Evaluating.environment([("list", .list(.int))])
        let program = try environment.compile(Excerpt("list.exists(x, x > 2)")).get()
        var frame = Frame(environment)
        frame.set(0, .list([.int(1), .int(3), .int(5)]))
        let explanation = program.explain(&frame)
        #expect(
            explanation.steps.filter { $0.text == "x > 2" }.map { Evaluating.text($0.outcome) } == ["false", "true"])
        #expect(explanation.isComplete)
        frame.set(0, .list([Value](repeating: .int(0), count: 5000)))
        #expect(!program.explain(&frame).isComplete)
    }

    @Test func explainingAndEvaluatingComeToTheSame() throws {
        for source in [
            "1 + 2 * 3", "[1, 2].map(x, x * 2)", "1 / 0 == 1 || true", "cel.bind(x, 2, x + x)", "{'a': 1}.?a",
        ] {
            let environment = Evaluating.environment()
            let program = try environment.compile(Excerpt(source)).get()
            var frame = Frame(environment)
            let evaluated = Evaluating.text(program.evaluate(&frame))
            #expect(Evaluating.text(program.explain(&frame).outcome) == evaluated)
        }
    }
}
