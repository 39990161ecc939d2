import Testing

@testable import KPICore
@testable import KPINotify

struct ShorteningTests {
    @Test func whatFitsIsLeftAlone() {
        #expect(Shortening.fit(["one", "two"], within: 7, .en) == "one\ntwo")
        #expect(Shortening.fit([], within: 7, .en) == "")
    }

    @Test func whatDoesNotEndsAtALineAndSaysSo() {
        #expect(Shortening.fit(["first line", "second", "third", "fourth"], within: 25, .en) == "first line\n… 3 more")
        #expect(Shortening.fit(["甲", "乙", "丙丙丙丙丙丙丙"], within: 26, .zh) == "甲\n…… 还有 2 行")
        #expect(
            Shortening.fit(["a", "b", "cccccccccccccccc"], within: 18, separator: "\n\n", .en) == "a\n\nb\n\n… 1 more")
    }

    @Test func aFirstLineThatIsTooLongIsCutBetweenCharacters() {
        #expect(Shortening.fit(["任城区引进科技人才"], within: 13, .zh) == "任城区…")
        #expect(Shortening.fit(["👩🏽‍🔬👩🏽‍🔬👩🏽‍🔬"], within: 20, .en) == "👩🏽‍🔬…")
        #expect(Shortening.fit(["aaaaaaaaaaaaaaaaaaaa", "b"], within: 18, .en) == "aaaa…\n… 1 more")
    }

    @Test func nothingInATextMeansAnythingToAService() {
        #expect(
            Markdown.parted("[a](http://x) <@all> **b** ~~c~~ `d`")
                == "[a]\u{200B}(http://x) <\u{200B}@all> *\u{200B}*b*\u{200B}* ~\u{200B}~c~\u{200B}~ `d`")
        #expect(Markdown.parted("a\u{1}b") == "a b")
        #expect(Markdown.escaped("<at id=all></at> & #1") == "&#60;at id=all&#62;&#60;/at&#62; &#38; &#35;1")
    }
}
