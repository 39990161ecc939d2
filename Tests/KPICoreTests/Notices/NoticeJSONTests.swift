import TestSeeds
import Testing

@testable import KPICore

struct NoticeJSONTests {
    /// Every member is there, or not, by chance.
    private func notice(_ random: inout SeededGenerator) -> Notice {
        func text() -> String { ["", "任城区", "a \"b\"\n\\", "\u{1F4C8}%"].randomElement(using: &random) ?? "" }
        func label() -> Label { Label(zh: text(), en: text()) }
        func maybe<Value>(_ value: @autoclosure () -> Value) -> Value? { Bool.random(using: &random) ? value() : nil }
        func some<Value>(_ values: [Value]) -> Value { values[Int.random(in: values.indices, using: &random)] }
        func number() -> Double? { maybe(Double.random(in: -1e6...1e6, using: &random)) }
        func stamp() -> Stamp { NoticeSamples.stamp(some(["2021-07-10T09:00:00+08:00", "2021-02-28T23:59:59Z"])) }
        let figures = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            NoticeFigure(
                text(), label: label(), format: some(Format.allCases), unit: text(), atFiring: number(),
                atWorst: number(), now: number())
        }
        let lines = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            NoticeDigest.Line(
                event: maybe(some(NoticeEvent.allCases)), severity: maybe(some(Severity.allCases)), label())
        }
        return Notice(
            key: NoticeKey(
                subject: text(), episode: Int.random(in: 0...9, using: &random), sequence: 1, channel: text(),
                recipient: text()),
            event: some(NoticeEvent.allCases), severity: some(Severity.allCases),
            severityBefore: maybe(some(Severity.allCases)), language: some(Language.allCases), at: stamp(),
            since: maybe(stamp()), until: maybe(stamp()),
            alert: maybe(AlertIdentity(rule: "r", target: "t", unit: "u", scope: text())),
            words: Notice.Words(title: label(), message: label(), reason: maybe(label()), note: maybe(label())),
            figures: figures, digest: maybe(NoticeDigest(lines: lines, omitted: lines.count)))
    }

    @Test(arguments: seeds(200)) func whatIsWrittenIsReadAsItWas(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let notice = notice(&random)
        let text = notice.json.compact
        let json = try #require(JSON(parsing: text), "seed \(seed)")
        let read = try Notice(json: json)
        #expect(read == notice, "seed \(seed)")
        #expect(read.json.compact == text, "seed \(seed)")
        #expect(try Notice(json: notice.payload) == notice, "what programs receive holds all of it, seed \(seed)")
    }

    @Test func aNoticeOfAnotherVersionIsNotGuessedAt() throws {
        let text = NoticeSamples.notice().json.compact
        func path(_ old: String, _ new: String) -> String? {
            #expect(text.contains(old))
            guard let json = JSON(parsing: text.replacing(old, with: new, maxReplacements: 1)) else { return "no JSON" }
            do throws(UnreadableNotice) {
                _ = try Notice(json: json)
                return nil
            } catch {
                return error.path
            }
        }
        #expect(path(#""event":"fired""#, #""event":"exploded""#) == "event")
        #expect(path(#""at":"2021-07-10T09:00:00+08:00""#, #""at":"2021-07-10""#) == "at")
        #expect(path(#""episode":2"#, #""episode":2.5"#) == "key.episode")
        #expect(path(#""format":"plain""#, #""format":"roman""#) == "figures.0.format")
        #expect(path(#""title":"#, #""headline":"#) == "title.zh")
        #expect(path(#""event":"fired""#, #""event":"fired","later":[1]"#) == nil)
        #expect(throws: UnreadableNotice(path: "")) { try Notice(json: .array([])) }
    }
}
