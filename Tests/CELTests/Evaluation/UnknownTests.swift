import Diagnostics
import Testing

@testable import CEL

/// Unknown values: `a` and `b` are unknown, `t`, `f` and `n` are known.
struct UnknownTests {
    static let environment = Evaluating.environment([
        ("a", .bool), ("b", .bool), ("t", .bool), ("f", .bool), ("n", .int), ("x", .int), ("y", .int),
        ("s", .string), ("list", .list(.int)), ("map", .map(.string, .int)), ("zero", .int),
    ])

    static func outcome(_ source: String, checks: Bool = true) throws -> Outcome {
        var options = Options.standard
        options.checksTypes = checks
        let environment = Environment(environment.variables, options: options)
        let program = try environment.compile(Excerpt(source)).get()
        var frame = Frame(environment)
        frame.setUnknown(0, attribute: "a")
        frame.setUnknown(1, attribute: "b")
        frame.set(2, bool: true)
        frame.set(3, bool: false)
        frame.set(4, int: 7)
        frame.setUnknown(5, attribute: "x")
        frame.setUnknown(6, attribute: "y")
        frame.setUnknown(7, attribute: "s")
        frame.setUnknown(8, attribute: "list")
        frame.setUnknown(9, attribute: "map")
        frame.set(10, int: 0)
        return program.evaluate(&frame)
    }

    @Test(
        arguments: [
            ("a && f", "false"), ("f && a", "false"), ("a && t", "unknown: a"), ("t && a", "unknown: a"),
            ("a || t", "true"), ("t || a", "true"), ("a || f", "unknown: a"), ("f || a", "unknown: a"),
            ("a && b", "unknown: a, b"), ("b || a", "unknown: a, b"), ("a && b && f", "false"),
            ("a || b || t", "true"), ("a || b || f || a", "unknown: a, b"), ("!a", "unknown: a"),
            ("a && n / zero == 1", "unknown: a"), ("n / zero == 1 && a", "unknown: a"),
            ("n / zero == 1 || a", "unknown: a"), ("(a && f) || t", "true"), ("!(a || t)", "false"),
            ("a ? n : 0", "unknown: a"), ("t ? x : 0", "unknown: x"), ("f ? x : 0", "0"), ("a ? x : y", "unknown: a"),
            ("x + y", "unknown: x, y"), ("y + x", "unknown: x, y"), ("x + n", "unknown: x"), ("n + x", "unknown: x"),
            ("x + x", "unknown: x"), ("x + n / zero", "unknown: x"), ("n / zero + x", "unknown: x"),
            ("x == y", "unknown: x, y"), ("x < n", "unknown: x"), ("-x", "unknown: x"), ("[x, n, y]", "unknown: x, y"),
            ("{'k': x, s: y}", "unknown: s, x, y"), ("size(s)", "unknown: s"), ("s.startsWith('q')", "unknown: s"),
            ("s.substring(x, y)", "unknown: s, x, y"), ("n in list", "unknown: list"),
            ("x in list", "unknown: list, x"),
            ("list[x]", "unknown: list, x"), ("map.k", "unknown: map"), ("string(x)", "unknown: x"),
            ("dyn(x) == y", "unknown: x, y"), ("s.matches('a')", "unknown: s"), ("has(map.k)", "unknown: map"),
        ])
    func operators(source: String, wanted: String) throws {
        #expect(Evaluating.text(try Self.outcome(source)) == wanted)
        #expect(Evaluating.text(try Self.outcome(source, checks: false)) == wanted, "unchecked")
    }

    @Test(
        arguments: [
            ("list.exists(v, v > 1)", "unknown: list"), ("[1, 2].exists(v, v == x)", "unknown: x"),
            ("[1, 2].exists(v, v == x || v == 2)", "true"), ("[1, 2].all(v, v == x && v == 2)", "false"),
            ("[1, 2].all(v, v > 0 || a)", "true"), ("[1, 2].all(v, v == x || v == y)", "unknown: x, y"),
            ("[1, 2].exists_one(v, v == x)", "unknown: x"), ("[1, 2].filter(v, v == x)", "unknown: x"),
            ("[1, 2].map(v, v + x + y)", "unknown: x, y"), ("[1, 0].map(v, n / v + x)", "unknown: x"),
            ("[0, 1].map(v, v == 0 ? n / v : x)", "unknown: x"), ("[].all(v, v == x)", "true"),
            ("[1].transformMap(i, v, v + x)", "unknown: x"), ("cel.bind(k, x, true)", "true"),
            ("cel.bind(k, x, k + y)", "unknown: x, y"), ("optional.of(x)", "unknown: x"),
            ("optional.of(n).orValue(x)", "7"), ("optional.none().orValue(x)", "unknown: x"),
        ])
    func macros(source: String, wanted: String) throws {
        #expect(Evaluating.text(try Self.outcome(source)) == wanted)
        #expect(Evaluating.text(try Self.outcome(source, checks: false)) == wanted, "unchecked")
    }

    @Test func aConditionTellsTheNamesOfWhatIsMissing() throws {
        let environment = Self.environment
        let program = try environment.compile(Excerpt("x > 1 && y > 2"), as: .bool).get()
        var frame = Frame(environment)
        frame.setUnknown(5, attribute: "recruits of 泗水县 for 2021-09")
        frame.setUnknown(6, attribute: "pace")
        guard case .unknown(let names) = program.evaluateBool(&frame) else {
            Issue.record("expected unknown")
            return
        }
        #expect(names == ["pace", "recruits of 泗水县 for 2021-09"])
    }

    @Test func aFrameThatLearnsAValueForgetsThatItWasUnknown() throws {
        let environment = Evaluating.environment([("x", .int)])
        let program = try environment.compile(Excerpt("x + 1")).get()
        var frame = Frame(environment)
        #expect(Evaluating.text(program.evaluate(&frame)) == "error: 'x' has no value")
        frame.setUnknown(0, attribute: "x of a")
        #expect(Evaluating.text(program.evaluate(&frame)) == "unknown: x of a")
        frame.set(0, int: 1)
        #expect(Evaluating.text(program.evaluate(&frame)) == "2")
        frame.set(0, double: 1)
        #expect(Evaluating.text(program.evaluate(&frame)) == "error: 'x' is double, where int was declared")
        frame.setAbsent(0)
        #expect(Evaluating.text(program.evaluate(&frame)) == "error: 'x' has no value")
    }
}
