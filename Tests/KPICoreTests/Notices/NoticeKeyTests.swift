import TestSeeds
import Testing

@testable import KPICore

struct NoticeKeyTests {
    @Test func theTextIsTheSameEverywhereAndStandsInAHeader() {
        let key = NoticeKey(
            subject: "missing/recruits/任城区/2021-06", episode: 2, sequence: 13, channel: "ops", recipient: "li@x.cn")
        #expect(key.text == "missing/recruits/%E4%BB%BB%E5%9F%8E%E5%8C%BA/2021-06#2.13@ops/li@x.cn")
        #expect(key.episodeText == "missing/recruits/%E4%BB%BB%E5%9F%8E%E5%8C%BA/2021-06#2@ops/li@x.cn")
        #expect(NoticeKey(subject: "a", episode: 1, sequence: 1, channel: "ops").text == "a#1.1@ops")
        #expect(key.seed == 0x9767_4429_9685_FA33)
    }

    /// Every name is drawn from the signs that separate the parts.
    @Test(arguments: seeds(20)) func noTwoKeysHaveTheSameText(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        func name() -> String {
            String(
                (0..<Int.random(in: 1...3, using: &random)).map { _ in "/#@.%1".randomElement(using: &random) ?? "/" })
        }
        var keys: [String: NoticeKey] = [:]
        for _ in 0..<400 {
            let key = NoticeKey(
                subject: name(), episode: Int.random(in: 1...2, using: &random),
                sequence: Int.random(in: 1...2, using: &random), channel: name(),
                recipient: Bool.random(using: &random) ? name() : "")
            if let other = keys.updateValue(key, forKey: key.text) { #expect(other == key, "seed \(seed)") }
            #expect(key.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        }
    }
}
