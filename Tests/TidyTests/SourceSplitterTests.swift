import Testing

struct SourceSplitterTests {
    private func code(_ text: String) -> [String] {
        var splitter = SourceSplitter(text)
        return splitter.split().map(\.code)
    }

    @Test(arguments: [
        ("a // b", "a "),
        ("a /* b /* c */ d */ e", "a  e"),
        (#"x = "a // b""#, #"x = "      ""#),
        (#"x = "\"" + y"#, #"x = " " + y"#),
        (#"x = "\(a + "b")c" + d"#, #"x = "\(a + " ") " + d"#),
        (##"x = #"a "b" \(c)"# + d"##, ##"x = #"          "# + d"##),
        (##"x = #"\#(a)"# + d"##, ##"x = #"\#(a)"# + d"##),
        (#"x = "" + y"#, #"x = "" + y"#),
    ])
    func commentsAndTextAreLeftOut(text: String, expected: String) {
        #expect(code(text + "\n") == [expected])
    }

    @Test func aLongStringKeepsItsLines() {
        let text = "x = \"\"\"\n  } // \"no\"\n  \\(a) b\n  \"\"\"\ny\n"
        #expect(code(text) == ["x = \"\"\"", "           ", "  \\(a)  ", "  \"\"\"", "y"])
    }

    @Test func theKindOfACommentIsKept() {
        var splitter = SourceSplitter("/// what\n// why\n/* why\nstill */ x\n")
        let lines = splitter.split()
        #expect(lines.map(\.hasPlainComment) == [false, true, true, true])
        #expect(lines.map(\.comment) == ["/// what", "// why", " why", "still "])
    }
}
