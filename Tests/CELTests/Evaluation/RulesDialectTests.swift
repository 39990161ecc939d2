import Diagnostics
import Testing

@testable import CEL

/// Literal ints beside doubles: an extension for rules that changes no expression that was right before.
struct RulesDialectTests {
    static let variables: [(String, ValueType)] = [
        ("progress", .double), ("days_left", .int), ("f", .opaque("money", [])),
    ]

    static func outcome(_ source: String, _ options: Options) -> String {
        let environment = Evaluating.environment(variables, options: options)
        guard case .success(let program) = environment.compile(Excerpt(source)) else { return "refused" }
        var frame = Frame(environment)
        frame.set(0, double: 0.75)
        frame.set(1, int: 12)
        return Evaluating.text(program.evaluate(&frame))
    }

    @Test(arguments: [
        ("progress >= 1", "false"), ("progress * 100 > 50", "true"), ("100 * progress", "75.0"),
        ("progress - 1", "-0.25"), ("progress == 1", "false"), ("1 - progress <= -1", "false"),
        ("days_left > 10 ? progress : 0", "0.75"), ("days_left > 20 ? 0 : progress", "0.75"),
        ("progress in [1, 2]", "false"), ("math.greatest(progress, 1)", "1.0"), ("math.floor(2)", "2.0"),
        ("-1 < progress", "true"),
    ])
    func adopted(source: String, wanted: String) {
        #expect(Self.outcome(source, .rules) == wanted)
        if !source.contains("greatest") { #expect(Self.outcome(source, .standard) == "refused") }
    }

    @Test(arguments: ["progress > days_left", "progress + 9007199254740993", "progress > 1u", "progress > '1'"])
    func refused(source: String) {
        #expect(Self.outcome(source, .rules) == "refused")
    }

    @Test(arguments: ["1 / 2", "days_left * 2 / 5", "[1, 2]", "true ? 1 : 2", "type(1)", "1 == 1", "days_left in [12]"])
    func unchanged(source: String) {
        #expect(Self.outcome(source, .rules) == Self.outcome(source, .standard))
    }
}
