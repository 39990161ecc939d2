import Diagnostics
import Testing

@testable import CEL

/// Dotted names, and whether variables have values.
struct NameTests {
    static let environment = Evaluating.environment(
        [("unit.label", .string), ("unit", .map(.string, .string)), ("value", .double), ("a.b.c", .int)],
        options: .rules)

    static func text(_ source: String) throws -> String {
        let program = try environment.compile(Excerpt(source)).get()
        var frame = Frame(environment)
        frame.set(0, string: "泗水县")
        frame.set(1, .map(MapValue([("label", .string("map's")), ("code", .string("c"))])))
        frame.setUnknown(2, attribute: "value")
        return Evaluating.text(program.evaluate(&frame))
    }

    @Test(arguments: [
        ("unit.label", "\"泗水县\""), ("unit.code", "\"c\""), ("has(unit.label)", "true"), ("has(unit.code)", "true"),
        ("has(unit.other)", "false"), ("has(value)", "false"), ("has(a.b.c)", "false"), ("unit.label.size()", "3"),
        ("[{'label': 'x'}].exists(unit, unit.label == 'x')", "true"), ("has(value) && value > 1.0", "false"),
        ("has(value) ? value : 0", "0.0"),
    ])
    func dotted(source: String, wanted: String) throws {
        #expect(try Self.text(source) == wanted)
    }

    @Test func aProgramTellsWhatItReads() throws {
        let program = try Self.environment.compile(Excerpt("has(unit.label) && value > 1 && value < 2")).get()
        #expect(program.reads == [0, 2])
        #expect(program.type == .bool)
    }

    @Test func hasOfAPlainNameIsNotInTheStandardLanguage() {
        let environment = Evaluating.environment([("value", .double)])
        guard case .failure(let failure) = environment.compile(Excerpt("has(value)")) else {
            Issue.record("compiled")
            return
        }
        #expect(failure.diagnostics.map(\.id.name) == ["invalid-macro"])
    }
}
