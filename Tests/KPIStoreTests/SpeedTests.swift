import Foundation
import KPICore
import Testing

@testable import KPIStore

/// Run with `KPID_MEASURE=100000` in the environment; prints the times.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["KPID_MEASURE"] != nil))
struct SpeedTests {
    @Test func aLargeReportIsRecordedFast() throws {
        let count = ProcessInfo.processInfo.environment["KPID_MEASURE"].flatMap { Int($0) } ?? 100_000
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.ledger)
        let months = (1...12).map { "2021-\($0 < 10 ? "0" : "")\($0)" }
        let rows = try (0..<count).map {
            try observation(unit: UnitID("unit-\($0 / 12)"), month: months[$0 % 12], value: Double($0), line: $0 + 2)
        }
        let clock = ContinuousClock()
        var counts: [Int] = []
        let recording = try clock.measure { counts.append(try ledger.take(reports(rows)).observations.count) }
        let loading = try clock.measure { counts.append(try ledger.observations().count) }
        let comparing = try clock.measure {
            counts.append(try ledger.take(reports(rows, sha256: "bb")).intake.added)
        }
        #expect(counts == [count, count, 0])
        print("\(count) rows: recorded in \(recording), loaded in \(loading), compared in \(comparing)")
    }
}
