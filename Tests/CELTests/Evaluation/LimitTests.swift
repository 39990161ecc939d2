import Diagnostics
import Glibc
import Testing

@testable import CEL

/// However large, deep or expensive an expression, it ends soon and says why.
struct LimitTests {
    /// What this thread has worked, whatever else the machine does.
    private static func cpuTime() -> Duration {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    private func problem(_ source: String, _ options: Options = .standard) -> [String] {
        guard case .failure(let failure) = Evaluating.environment(options: options).compile(Excerpt(source)) else {
            return []
        }
        return failure.diagnostics.map(\.id.name)
    }

    @Test(arguments: [
        String(repeating: "(", count: 50_000), String(repeating: "[", count: 50_000),
        String(repeating: "{1:", count: 20_000), String(repeating: "!", count: 50_000) + "true",
        String(repeating: "-", count: 50_000) + "x", "1" + String(repeating: "+1", count: 20_000),
        "a" + String(repeating: ".b", count: 20_000), "a" + String(repeating: "[0]", count: 20_000),
        String(repeating: "true?1:", count: 8000) + "1",
        String(repeating: "f(", count: 20_000), "[1]" + String(repeating: ".map(x, x)", count: 5000),
        String(repeating: "[1].map(x, ", count: 5000),
    ])
    func depth(source: String) {
        #expect(problem(source).contains("too-deep"))
    }

    @Test func hundredThousandParenthesesAreTooLong() {
        #expect(problem(String(repeating: "(", count: 100_000)) == ["too-long"])
        var options = Options.standard
        options.longestSource = .max
        #expect(problem(String(repeating: "(", count: 100_000), options) == ["too-deep"])
    }

    @Test func longChainsOfConditionsAreNotDeep() {
        let chain = (0..<5000).map { _ in "true" }.joined(separator: " && ")
        #expect(Evaluating.text(chain) == "true")
        #expect(Evaluating.text(chain.replacing("&&", with: "||")) == "true")
        #expect(Evaluating.text("1" + String(repeating: " + 1", count: 200)) == "201")
    }

    @Test(arguments: [
        "[1,2,3,4,5,6,7,8,9,10].all(a, [1,2,3,4,5,6,7,8,9,10].all(b, [1,2,3,4,5,6,7,8,9,10].all(c, [1,2,3,4,5,6,7,8,9,10].all(d, [1,2,3,4,5,6,7,8,9,10].all(e, a + b + c + d + e > 0)))))",
        "cel.bind(a, 'xxxxxxxxxxxxxxxx', "
            + (0..<40).map { "cel.bind(a\($0), a\($0 == 0 ? "" : "\($0 - 1)") + a\($0 == 0 ? "" : "\($0 - 1)"), " }
            .joined() + "true" + String(repeating: ")", count: 41),
        "cel.bind(a, [1], "
            + (0..<40).map { "cel.bind(a\($0), [a\($0 == 0 ? "" : "\($0 - 1)"), a\($0 == 0 ? "" : "\($0 - 1)")], " }
            .joined() + "a39 == a39" + String(repeating: ")", count: 41),
    ])
    func budget(source: String) throws {
        var options = Options.standard
        options.budget = 10_000
        let environment = Evaluating.environment(options: options)
        let program = try environment.compile(Excerpt(source)).get()
        var frame = Frame(environment)
        guard case .failed(let error) = program.evaluate(&frame) else {
            Issue.record("was not stopped")
            return
        }
        #expect(error.message == "the expression is too expensive")
    }

    @Test(arguments: [
        "texts.exists(t, t.contains('b'))", "texts.exists(t, t.contains('b') || t == '')", "texts[0].contains('b')",
        "texts.exists(t, texts[0].contains(t + 'b'))",
    ])
    func textGoneThroughIsPaidFor(source: String) throws {
        var options = Options.standard
        options.budget = 10_000
        let environment = Evaluating.environment([("texts", .list(.string))], options: options)
        let program = try environment.compile(Excerpt(source)).get()
        var frame = Frame(environment)
        frame.set(0, .list([.string(String(repeating: "a", count: 1_000_000))]))
        #expect(Evaluating.text(program.evaluate(&frame)) == "error: the expression is too expensive")
    }

    @Test func valuesAreNotNestedDeeperThanAnybodyCouldFollow() {
        let inner = String(repeating: "[", count: 100)
        let outer = String(repeating: "]", count: 100)
        let source =
            "cel.bind(a, \(inner)1\(outer), cel.bind(b, \(inner)a\(outer), cel.bind(c, \(inner)b\(outer), c == c)))"
        #expect(problem(source) == ["too-deep"])
        #expect(Evaluating.text("cel.bind(a, \(inner)1\(outer), a == a)") == "true")
    }

    @Test func whoeverRanOutIsNotSavedByAnOr() throws {
        var options = Options.standard
        options.budget = 5
        let environment = Evaluating.environment(options: options)
        let program = try environment.compile(Excerpt("[1,2,3,4,5,6,7,8].all(x, x > 0) || true")).get()
        var frame = Frame(environment)
        guard case .failed(let error) = program.evaluateBool(&frame) else {
            Issue.record("was saved")
            return
        }
        #expect(error.place.description.hasSuffix(":1:1"))
    }

    @Test func anEvilPatternTakesNoLongerThanAnother() {
        let environment = Evaluating.environment([("text", .string)])
        guard case .success(let program) = environment.compile(Excerpt("text.matches('(a+)+$')")) else {
            Issue.record("does not compile")
            return
        }
        var frame = Frame(environment)
        frame.set(0, string: String(repeating: "a", count: 100_000) + "b")
        let start = Self.cpuTime()
        #expect(Evaluating.text(program.evaluate(&frame)) == "false")
        #expect(Self.cpuTime() - start < .milliseconds(200))
        #expect(Evaluating.text("'a'.matches('(')").hasPrefix("error: not a regular expression"))
        #expect(Evaluating.text("'a'.matches('((a{900}){900}){900}')").hasPrefix("error: not a regular expression"))
    }

    @Test(arguments: [
        "", " ", "(", ")", "]", "}", "[", "{", "1 +", "+ 1", "a b", "1 2", "a.", ".a.", "a..b", "a.1", "'", "\"", "'''",
        "b'", "r'", "'\\", "'\\x", "'\\u12'", "'\\U00110000'", "'\\ud800'", "'\\q'", "0x", "1e", "1u1", "08u8", "\u{0}",
        "#", "`", "a.`", "a.``", "?", ":", "true ? 1", "true ? : 1", "f(", "f(,)", "f(1,)", "[,]", "{,}", "{1}", "{1:}",
        "{?}", "[?]", "a[", "a[]", "a[?]", "a.?", "a.?b(", "in", "1 in", "for", "a.b.", "has()", "has(1)", "has(a, b)",
        "[1].map()", "[1].map(1, 2)", "[1].all(x.y, true)", "[1].all(x, x, true)", "cel.bind(1, 2, 3)", "a{}",
        "a{b: 1}",
        "99999999999999999999", "1e999", "9223372036854775808", "-9223372036854775809", "18446744073709551616u",
        "\u{feff}1",
        "a && ", "&& a", "a & b", "a | b", "a = b", "=", "<>", "!", "-", "“", "“a", "，", "a？b：c",
    ])
    func malformed(source: String) {
        #expect(!problem(source).isEmpty, "standard")
        #expect(!problem(source, .rules).isEmpty, "rules")
    }

    @Test func bytesThatAreNotUTF8AreReadAsReplacements() {
        let source = String(decoding: [0x27, 0xFF, 0xFE, 0x27, 0xC3] as [UInt8], as: UTF8.self)
        #expect(!problem(source).isEmpty)
    }
}
