import Foundation
import Glibc
import TestServers
import Testing

/// What lies in the inbox and is no file that can be taken.
@Suite(.inTurn) struct ObstacleTests {
    @Test func strangeThingsAreLeftAloneAndOthersTaken() async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        let daemon = try await site.start()
        let inbox = site.state + "/inbox"
        #expect(unsafe symlink("/etc/passwd", inbox + "/link.csv") == 0)
        #expect(unsafe mkfifo(inbox + "/pipe.csv", 0o600) == 0)
        try FileManager.default.createDirectory(atPath: inbox + "/folder.csv", withIntermediateDirectories: false)
        try site.dropSeed(["reports/clean/2021-01.csv"])
        try await site.value(of: "talent.recruits", becomes: 5)
        for words in ["link.csv in the inbox is not taken: it is a link", "folder.csv in the inbox", "pipe.csv in the"]
        {
            try await eventually("'\(words)' in the log") { daemon.said.contains(words) }
        }
        #expect(try site.listing("inbox") == ["folder.csv", "link.csv", "pipe.csv", "registers", "units"])
    }

    @Test func troubleWithAFileEndsWithTheFile() async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        let daemon = try await site.start()
        // Nothing can be moved into a folder that is a file.
        let accepted = site.state + "/accepted"
        try FileManager.default.removeItem(atPath: accepted)
        try Data().write(to: URL(fileURLWithPath: accepted))
        try site.dropSeed(["reports/clean/2021-01.csv"])
        try await eventually("the trouble to be told") {
            try site.health()["problems"]?.list.contains { $0["en"]?.text?.contains("inbox/2021-01.csv") == true }
                == true
        }
        try FileManager.default.removeItem(atPath: site.state + "/inbox/2021-01.csv")
        try await eventually("good health") { try site.health()["state"] == .text("ok") }
        #expect(try site.target("talent.recruits")["value"] == .number(5), "it was recorded")
        withExtendedLifetime(daemon) {}
    }
}
