import Foundation
import Glibc
import TestServers
import Testing

/// A daemon that looks at its clock once a minute, and takes files as they come all the same.
@Suite(.inTurn) struct InboxTests {
    private static let january = "reports/clean/2021-01.csv"

    private func running() async throws -> (site: Site, daemon: Program) {
        let site = try Site()
        return (site, try await site.start(every: "60s"))
    }

    private func receipt(_ site: Site, _ name: String) async throws -> Json {
        try await eventually("the receipt of \(name)") { try site.json("\(name).receipt.json") }
    }

    @Test func itBeatsAndTells() async throws {
        let (site, daemon) = try await running()
        let beat = try await eventually("a heartbeat") { try site.read("heartbeat") }
        #expect(beat.contains(#/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00\n$/#))
        #expect(try site.health()["state"] == .text("ok"))
        #expect(try site.target("talent.recruits")["value"] == .null)
        #expect(daemon.exit == nil)
    }

    @Test func aFileThatIsRenamedInIsTaken() async throws {
        let (site, daemon) = try await running()
        try site.dropSeed([Self.january])
        try await site.value(of: "talent.recruits", becomes: 5, within: .seconds(10))
        #expect(try site.listing("accepted") == ["2021-01.csv", "2021-01.csv.receipt.json"])
        let rows = try await receipt(site, "accepted/2021-01.csv")["rows"]
        #expect(rows?["accepted"] == .number(29) && rows?["refused"] == .number(0))
        withExtendedLifetime(daemon) {}
    }

    @Test func aFileThatIsCopiedInIsTakenWhole() async throws {
        let (site, daemon) = try await running()
        let text = Data(try Site.seed(Self.january).utf8)
        let path = site.state + "/inbox/2021-01.csv"
        // Opened once and held open: a file that was made and closed first would be one that is finished.
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL, 0o640)
        try #require(descriptor >= 0)
        let writer = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try writer.write(contentsOf: text.prefix(text.count / 2))
        // Others are taken meanwhile, and this one is not.
        try site.dropSeed(["reports/clean/2021-02.csv"])
        try await site.value(of: "talent.recruits", becomes: 4, within: .seconds(10))
        #expect(try site.listing("inbox").contains("2021-01.csv"))
        try writer.write(contentsOf: text.dropFirst(text.count / 2))
        try writer.close()
        try await site.value(of: "talent.recruits", becomes: 9, within: .seconds(10))
        #expect(try await receipt(site, "accepted/2021-01.csv")["rows"]?["accepted"] == .number(29))
        withExtendedLifetime(daemon) {}
    }

    @Test func anUploadOfARegisterIsTaken() async throws {
        let (site, daemon) = try await running()
        #expect(try site.target("station.total")["value"] == .null)
        try site.dropSeed(["registers/stations.csv"])
        try await site.value(of: "station.total", becomes: 23, within: .seconds(10))
        // The next upload is the whole register: a row that is no longer there is gone.
        let rows = try Site.seed("registers/stations.csv").split(whereSeparator: \.isNewline)
        try site.drop(rows.dropLast().joined(separator: "\n") + "\n", as: "registers/stations.csv")
        try await site.value(of: "station.total", becomes: 22, within: .seconds(10))
        withExtendedLifetime(daemon) {}
    }

    @Test func theSameFileTwiceChangesNothing() async throws {
        let (site, daemon) = try await running()
        try site.dropSeed([Self.january])
        try await site.value(of: "talent.recruits", becomes: 5)
        let before = (try site.ledger(), try site.read("alerts.jsonl"))
        try site.dropSeed([Self.january])
        try await eventually("the second file to be taken") { try site.listing("inbox") == ["registers", "units"] }
        let rows = try await eventually("its receipt") {
            let rows = try site.json("accepted/2021-01.csv.receipt.json")["rows"]
            return rows?["repeated"] == .number(29) ? rows : nil
        }
        #expect(rows["accepted"] == .number(0))
        #expect(try site.target("talent.recruits")["value"] == .number(5))
        #expect(difference(try site.ledger(), before.0) == nil)
        #expect(difference(try site.read("alerts.jsonl"), before.1) == nil)
        withExtendedLifetime(daemon) {}
    }

    @Test func aFileThatIsNoReportIsPutAside() async throws {
        let (site, daemon) = try await running()
        try site.drop("indicator,unit,period,value\nno.such,370811,2021-01,3\n", as: "wrong.csv")
        try site.drop("%PDF-1.4", as: "report.pdf")
        let receipt = try await receipt(site, "quarantine/wrong.csv")
        let finding = try #require(receipt["findings"]?.list.first)
        #expect(finding["line"] == .number(2))
        #expect(finding["code"] == .text("DQ-IND-UNKNOWN"))
        #expect(finding["action"] == .text("reject"))
        #expect(receipt["rows"]?["refused"] == .number(1))
        _ = try await self.receipt(site, "quarantine/report.pdf")
        #expect(try site.listing("accepted") == [])
        withExtendedLifetime(daemon) {}
    }

    @Test func theGoodRowsOfABadFileAreTaken() async throws {
        let (site, daemon) = try await running()
        try site.dropSeed(["reports/dirty/2021-09-dirty.csv"])
        let receipt = try await receipt(site, "accepted/2021-09-dirty.csv")
        let rows = try #require(receipt["rows"])
        #expect(try #require(rows["accepted"]?.number) > 0 && #require(rows["refused"]?.number) > 0)
        let refused = (receipt["findings"]?.list ?? []).filter { $0["action"] == .text("reject") }
        let found = Set(refused.map { "\(Int($0["line"]?.number ?? 0)) \($0["code"]?.text ?? "")" })
        for expected in ["2 DQ-UNIT-UNKNOWN", "4 DQ-IND-UNKNOWN", "5 DQ-PERIOD-BAD", "11 DQ-VALUE-NEG"] {
            #expect(found.contains(expected), "\(expected)")
        }
        // 兖州市, an alias, reported 3.
        try await eventually("the unit's figure") {
            try site.target("talent.recruits")["units"]?.element("370812")?["value"] == .number(3)
        }
        withExtendedLifetime(daemon) {}
    }

    @Test func oneFigureFromTheCommandLine() async throws {
        let (site, daemon) = try await running()
        let kpictl = try Program(
            "kpictl",
            [
                "report", "talent.recruits", "7", "--unit", "任城区", "--period", "2021-10", "--state-dir", site.state,
                "--language", "en",
            ], transcript: site.folder + "/kpictl")
        let exit = try await kpictl.end()
        #expect(exit == .code(0), "\(kpictl.said)")
        #expect(kpictl.said.contains("accepted"))
        try await site.value(of: "talent.recruits", becomes: 7)
        withExtendedLifetime(daemon) {}
    }
}
