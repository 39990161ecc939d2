import Foundation
import TestServers
import Testing

/// The disk does not do what it should. Nothing that was accepted is lost, and nobody has to start kpid again.
@Suite(.inTurn, .enabled(if: SmallDisk.isPossible, "mounting is not allowed here"))
struct DiskTests {
    @Test func aFullDiskIsWaitedOut() async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        let disk = try SmallDisk(at: site.state)
        let daemon = try await site.start()
        try site.dropSeed(["reports/clean/2021-01.csv"])
        try await site.value(of: "talent.recruits", becomes: 5)
        try site.dropSeed(["reports/clean/2021-02.csv", "reports/clean/2021-03.csv"])
        try disk.fill()
        try await eventually("the trouble to be told") { daemon.said.contains("free some space on its file system") }
        #expect(try site.status()["targets"]?.list.isEmpty == false, "the documents are whole, however old")
        #expect(daemon.exit == nil)
        disk.empty()
        try await site.value(of: "talent.recruits", becomes: 18)
        try await eventually("good health") { try site.health()["state"] == .text("ok") }
        #expect(try site.listing("inbox") == ["registers", "units"])
        #expect(try site.listing("accepted").count == 6)
        try await site.settle()
        daemon.send(15)
        #expect(try await daemon.end() == .code(0))
        try await site.once()
        #expect(try site.target("talent.recruits")["value"] == .number(18))
    }

    @Test func onAReadOnlyStateDirectoryItDoesNotStart() async throws {
        let site = try Site()
        let disk = try SmallDisk(at: site.state)
        try await site.once(asOf: "2021-07-10T09:00:00+08:00")
        try disk.makeReadOnly()
        let daemon = try site.kpid([])
        let exit = try await daemon.end(within: .seconds(10))
        #expect(exit == .code(1))
        #expect(daemon.said.contains("its file system is mounted read-only"), "\(daemon.said)")
    }
}
