import KPICore
import Testing

@testable import KPIStore

struct TextTests {
    @Test(arguments: [
        ("2021-07-05T15:04:00+08:00", "2021-07-05T07:04:00.000Z"),
        ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
        ("2024-02-29T00:00:00.05Z", "2024-02-29T00:00:00.050Z"), ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"),
    ])
    func momentsAreKeptToTheMillisecond(written: String, stored: String) throws {
        let instant = try #require(Instant(written))
        #expect(instant.stored == stored)
        #expect(Instant(stored: stored) == instant)
    }

    @Test func othersAreNoStamps() {
        for text in ["", "2021-07-05", "2021-07-05T07:04:00Z", "2021-07-05T07:04:00.000+0"] {
            #expect(Instant(stored: text) == nil)
        }
    }

    @Test(arguments: [
        #"{}"#, #"[]"#, #"{"b":1,"a":[true,false,null,"邹城","\"\\\n\u0001"],"c":{"d":-0.5}}"#, "0.1", "1e+300",
        #"[[[-5]]]"#,
    ])
    func jsonComesBackAsItWas(_ text: String) throws {
        #expect(try #require(JSON(parsing: text)).compact == text)
    }

    @Test func jsonFromElsewhereIsRead() {
        #expect(
            JSON(parsing: #" { "a" : [ 1 , 2.50 ] , "b" : "\u90b9\ud83d\ude00\/" } "#)?.compact
                == #"{"a":[1,2.5],"b":"邹😀/"}"#)
    }

    @Test(arguments: ["", "{", "[1,]", "{\"a\"}", "nul", "\"\u{1}\"", #""\ud800""#, "1 2", "NaN", "1e999"])
    func brokenJSONIsNothing(_ text: String) {
        #expect(JSON(parsing: text) == nil)
    }

    @Test func depthIsBounded() {
        #expect(JSON(parsing: String(repeating: "[", count: 100_000)) == nil)
    }
}
