import Diagnostics
import Testing

@testable import CEL

/// What people are told, to the letter.
struct MessageTests {
    static let variables: [(String, ValueType)] = [
        ("progress", .double), ("pace", .double), ("pace_ratio", .double), ("days_left", .int), ("owner", .string),
        ("unit.label", .string), ("unit.kind", .string), ("tags", .list(.string)),
    ]
    static let rules = Evaluating.environment(variables, options: .rules)
    static let standard = Evaluating.environment(variables)

    private func check(
        _ source: String, _ wanted: String, _ location: Testing.SourceLocation = #_sourceLocation
    ) {
        let report = Evaluating.report(source, Self.rules, as: .bool)
        #expect(report == wanted + "\n", sourceLocation: location)
    }

    @Test func unknownNames() {
        check(
            "pace_ration < 0.85",
            """
            rule:1:1: error: unknown name 'pace_ration' [unknown-name]
              |
            1 | pace_ration < 0.85
              | ^~~~~~~~~~~ did you mean 'pace_ratio'?
            """)
        check(
            "unit.lable == 'a'",
            """
            rule:1:1: error: unknown name 'unit.lable' [unknown-name]
              |
            1 | unit.lable == 'a'
              | ^~~~~~~~~~ did you mean 'unit.label'?
            note: 'unit' has label, kind
            """)
        check(
            "owner.startWith('a')",
            """
            rule:1:7: error: unknown function 'startWith' [unknown-function]
              |
            1 | owner.startWith('a')
              |       ^~~~~~~~~ did you mean 'startsWith'?
            """)
    }

    @Test func overloadsThatWereTried() {
        check(
            "days_left * 0.5 > 1.0",
            """
            rule:1:1: error: '*' does not apply to int and double [no-such-overload]
              |
            1 | days_left * 0.5 > 1.0
              | ^~~~~~~~~~~~~~~ write double(days_left)
            note: tried int * int -> int; uint * uint -> uint; double * double -> double
            """)
        check(
            "owner.startsWith(1)",
            """
            rule:1:1: error: 'startsWith' of string does not take (int) [no-such-overload]
              |
            1 | owner.startsWith(1)
              | ^~~~~~~~~~~~~~~~~~~
            note: tried string.startsWith(string) -> bool
            """)
    }

    @Test func macrosWrittenOtherwise() {
        check(
            "tags.filter(i, t, t != '') == []",
            """
            rule:1:6: error: 'filter' is not called like this [invalid-macro]
              |
            1 | tags.filter(i, t, t != '') == []
              |      ^~~~~~ write list.filter(x, condition)
            """)
        check(
            "tags.exsts(t, t == 'a')",
            """
            rule:1:6: error: unknown function 'exsts' [unknown-function]
              |
            1 | tags.exsts(t, t == 'a')
              |      ^~~~~ did you mean 'exists'?
            """)
        check(
            "cel.bind(x, 1) == 1",
            """
            rule:1:5: error: 'bind' is not called like this [invalid-macro]
              |
            1 | cel.bind(x, 1) == 1
              |     ^~~~ write cel.bind(x, value, result)
            """)
    }

    @Test func onlyNumbersHaveAGreatest() {
        check(
            "math.greatest(progress, owner) > 1.0",
            """
            rule:1:1: error: 'math.greatest' does not take (double, string) [no-such-overload]
              |
            1 | math.greatest(progress, owner) > 1.0
              | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
            note: tried math.greatest(int...) -> int; math.greatest(uint...) -> uint; math.greatest(double...) -> double; math.greatest(dyn...) -> dyn
            """)
        #expect(Evaluating.report("math.least(tags) > 1", Self.rules).contains("does not take (list(string))"))
        guard case .success(let program) = Self.rules.compile(Excerpt("math.least([days_left, 3])")) else {
            Issue.record("does not compile")
            return
        }
        #expect(program.type == .int)
    }

    @Test func aConditionMustBeBool() {
        check(
            "progress * 100",
            """
            rule:1:1: error: expected bool, and this is double [type-mismatch]
              |
            1 | progress * 100
              | ^~~~~~~~~~~~~~ a condition is true or false; compare it with something
            """)
    }

    @Test func allMistakesAreToldAtOnce() {
        let report = Evaluating.report("progres > 1 and owner = 'a' or daysleft < 30d", Self.rules)
        let ids = report.split(separator: "\n").filter { $0.hasPrefix("rule:") }.map(String.init)
        #expect(
            ids == [
                "rule:1:1: error: unknown name 'progres' [unknown-name]",
                "rule:1:13: error: 'and' is not an operator [misspelt-operator]",
                "rule:1:23: error: '=' is not an operator [misspelt-operator]",
                "rule:1:29: error: 'or' is not an operator [misspelt-operator]",
                "rule:1:32: error: unknown name 'daysleft' [unknown-name]",
                "rule:1:43: error: '30d' is not a number [invalid-number]",
            ])
    }

    @Test(arguments: [
        ("progress > 1 AND true", "write '&&'"), ("progress > 1 or true", "write '||'"), ("not true", "write '!'"),
        ("not (progress > 1)", "write '!'"), ("owner = 'a'", "write '=='"), ("owner <> 'a'", "write '!='"),
        ("progress > 80%", "write 0.8"), ("progress > 80% && true", "write 0.8"), ("progress > 12.5%", "write 0.125"),
        ("days_left < 30d", "a length of time is written duration(\"720h\")"),
        ("owner == “甲”", "write \"甲\""), ("owner == ‘甲’", "write \"甲\""), ("progress ≥ 1", "write '>='"),
        ("（progress > 1)", "write '('"), ("tags.exists(t， t == 'a')", "write ','"),
    ])
    func otherLanguages(source: String, way: String) {
        let report = Evaluating.report(source, Self.rules, as: .bool)
        #expect(report.contains("~ \(way)\n") || report.contains("^ \(way)\n"), "\(report)")
        #expect(report.split(separator: "\n").filter { $0.hasPrefix("rule:") }.count == 1, "\(report)")
    }

    @Test(arguments: [
        ("duration(\"30d\") > duration(\"1h\")", "\"30d\" cannot be read as duration"),
        ("1 / 0 == 1", "division by zero"),
        ("owner.matches(\"(\")", "not a regular expression: missing ): ("),
    ])
    func constantsThatCannotBe(source: String, message: String) {
        let report = Evaluating.report(source, Self.rules, as: .bool)
        #expect(report.contains("error: \(message) [impossible-constant]"), "\(report)")
        #expect(Evaluating.report(source, Self.standard, as: .bool).isEmpty)
    }

    @Test func aRemainderIsStillARemainder() {
        #expect(Evaluating.report("days_left % 7 == 0", Self.rules, as: .bool).isEmpty)
        #expect(Evaluating.report("days_left %7 == 0", Self.rules, as: .bool).isEmpty)
    }

    @Test func computedDoublesAreHardlyEverEqual() {
        check(
            "progress * 100 == 80",
            """
            rule:1:1: warning: doubles that were computed are hardly ever exactly equal [inexact-equality]
              |
            1 | progress * 100 == 80
              | ^~~~~~~~~~~~~~~~~~~~ compare with a margin, as in math.abs(a - b) < 0.001
            """)
        #expect(Evaluating.report("progress == 1", Self.rules, as: .bool).isEmpty)
        #expect(Evaluating.report("progress * 100.0 == 80.0", Self.standard, as: .bool).isEmpty)
    }

    @Test func placesLieInTheFileTheExpressionWasCutFrom() {
        let file = SourceText(name: "rules/pace.yaml", text: "rules:\n  - when: \"owner == \\\"a\\\" && pacce < 1\"\n")
        let text = "owner == \"a\" && pacce < 1"
        let source = Excerpt(
            text: text, source: file,
            runs: [
                .init(offset: 0, sourceOffset: 18), .init(offset: 9, sourceOffset: 28),
                .init(offset: 11, sourceOffset: 31),
            ])
        guard case .failure(let failure) = Self.rules.compile(source, as: .bool) else {
            Issue.record("compiled")
            return
        }
        #expect(failure.diagnostics.map { $0.place?.description } == ["rules/pace.yaml:2:30"])
    }
}
