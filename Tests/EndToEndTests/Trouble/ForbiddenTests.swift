import Foundation
import Glibc
import TestServers
import Testing

/// Somebody takes away the right to write in the state directory, and gives it back.
@Suite(.inTurn) struct ForbiddenTests {
    private func set(_ mode: Int, _ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    @Test func documentsThatMayNotBeWrittenAreWrittenLater() async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        try site.tellNobody()  // a notice that may not be written is tried again later and later
        let daemon = try await site.start(isWeak: true)
        try set(0o2550, site.state)
        try site.dropSeed(["reports/clean/2021-01.csv"])
        try await eventually("the trouble to be told") {
            daemon.said.contains("status.json.tmp: Permission denied; check the owner and the mode")
        }
        #expect(try site.target("talent.recruits")["value"] == .null, "the old document stands, whole")
        #expect(try site.listing("accepted").contains("2021-01.csv"))
        try set(0o2750, site.state)
        try await site.value(of: "talent.recruits", becomes: 5)
        try await eventually("good health") { try site.health()["state"] == .text("ok") }
        #expect(daemon.exit == nil)
    }

    @Test func filesThatMayNotBeMovedAreToldAndMovedLater() async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        try site.tellNobody()  // a notice that may not be written is tried again later and later
        let daemon = try await site.start(isWeak: true)
        try set(0o2550, site.state + "/accepted")
        try site.dropSeed(["reports/clean/2021-01.csv"])
        let problem = try await eventually("the trouble to be told") {
            try site.health()["problems"]?.list.first { $0["en"]?.text?.contains("inbox/2021-01.csv") == true }
        }
        #expect(problem["en"]?.text?.contains("Permission denied") == true)
        #expect(problem["zh"]?.text != nil)
        #expect(try site.health()["state"] == .text("degraded"))
        try set(0o2750, site.state + "/accepted")
        try await eventually("good health") { try site.health()["state"] == .text("ok") }
        #expect(try site.listing("accepted") == ["2021-01.csv", "2021-01.csv.receipt.json"])
        let rows = try #require(try site.json("accepted/2021-01.csv.receipt.json")["rows"])
        #expect(rows["accepted"] == .number(Double(try site.count("observation"))))
        #expect(rows["repeated"] == .number(0))
        #expect(try site.count("intake") == 1)
        #expect(daemon.exit == nil)
    }
}
