import Testing

@testable import Diagnostics

struct DiagnosticRendererTests {
    private func diagnostic(_ text: String, _ span: Span, label: String = "") -> Diagnostic {
        Diagnostic(
            "unknown-name", "unknown name 'pace_ration'", at: Place(SourceText(name: "a.yaml", text: text), span),
            label: label, notes: ["it is a note"])
    }

    @Test func showsLineAndCaret() {
        let text = "rules:\n    warning: pace_ration < 0.85\n"
        let shown = DiagnosticRenderer().render(diagnostic(text, Span(20, 31), label: "did you mean 'pace_ratio'?"))
        #expect(
            shown == """
                a.yaml:2:14: error: unknown name 'pace_ration' [unknown-name]
                  |
                2 |     warning: pace_ration < 0.85
                  |              ^~~~~~~~~~~ did you mean 'pace_ratio'?
                note: it is a note

                """)
    }

    @Test func theCaretStandsUnderChineseText() {
        let shown = DiagnosticRenderer().render(diagnostic("单位: 任诚区 x", Span(8, 17)))
        #expect(shown.contains("1 | 单位: 任诚区 x\n  |       ^~~~~~\n"))
        #expect(shown.hasPrefix("a.yaml:1:5:"), "columns count characters, not bytes or cells")
    }

    @Test func aLongLineIsCutAroundThePlace() {
        let text = String(repeating: "长", count: 500) + "x" + String(repeating: "y", count: 500)
        let shown = DiagnosticRenderer().render(diagnostic(text, Span(1500, 1501)))
        let lines = shown.split(separator: "\n")
        #expect(lines[2].hasPrefix("1 | …长") && lines[2].hasSuffix("y…"))
        let caret = DisplayWidth.of(lines[3].prefix { $0 != "^" })
        #expect(caret == DisplayWidth.of(lines[2].prefix { $0 != "x" }))
    }

    @Test func aPlaceAtTheEndOfTheTextIsShown() {
        #expect(DiagnosticRenderer().render(diagnostic("a: ", Span(3, 3))).contains("1 | a: \n  |    ^\n"))
        #expect(DiagnosticRenderer().render(diagnostic("", Span(0, 0))).contains("a.yaml:1:1:"))
    }
}
