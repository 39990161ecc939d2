import Testing

@testable import Diagnostics

struct ExcerptTests {
    /// `"a == \"b\" + c"`: the two backslashes are not in the text.
    private let excerpt = Excerpt(
        text: #"a == "b" + c"#, source: SourceText(name: "f", text: #"x: "a == \"b\" + c""#),
        runs: [
            .init(offset: 0, sourceOffset: 4), .init(offset: 5, sourceOffset: 10), .init(offset: 7, sourceOffset: 13),
        ])

    @Test func placesLeadBackToTheFile() {
        #expect(excerpt.place(Span(0, 1)).span == Span(4, 5))
        #expect(excerpt.place(Span(5, 8)).span == Span(10, 14))
        #expect(excerpt.place(Span(11, 12)).span == Span(17, 18))
        #expect(excerpt.place(Span(12, 12)).span == Span(18, 18))
    }

    @Test func aPartKeepsItsPlaces() {
        let part = excerpt.part(Span(5, 12))
        #expect(part.text == #""b" + c"#)
        #expect(part.place(Span(6, 7)).span == Span(17, 18))
    }
}
