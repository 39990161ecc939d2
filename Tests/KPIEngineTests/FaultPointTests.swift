import Foundation
import KPICore
import KPIStore
import Testing

@testable import KPIEngine

/// Kills a process with SIGKILL at every step between two states of the disk.
struct FaultPointTests {
    private struct Outcome: Equatable {
        var files: [String: String] = [:]
        var observations: [Int] = []
        var intakes: [String] = []
        var transitions: [Int64] = []
    }

    @Test func whereverItIsKilledTheNextRunEndsTheSame() throws {
        let expected = try outcome(killedAt: nil)
        #expect(expected.wasKilled == false)
        #expect(expected.outcome.observations == [2, 3, 4])
        #expect(expected.outcome.transitions == [1, 2, 3])
        var point = 1
        while true {
            let run = try outcome(killedAt: point)
            #expect(run.outcome == expected.outcome, "killed at point \(point)")
            guard run.wasKilled else { break }
            point += 1
        }
        #expect(point > 15)
    }

    private func outcome(killedAt point: Int?) throws -> (outcome: Outcome, wasKilled: Bool) {
        let folder = try TemporaryFolder()
        let state = folder.state
        try state.create()
        try folder.put("ab", at: state.inbox + "/a.csv")
        try folder.put("xyz", at: state.inbox + "/b.csv")
        let end = try run(state, killedAt: point)
        if end.reason == .uncaughtSignal { #expect(try run(state, killedAt: nil).status == 0) }
        var outcome = Outcome()
        let ignored = ["kpid.lock", "ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"]
        for name in try FileManager.default.subpathsOfDirectory(atPath: state.path) where !ignored.contains(name) {
            outcome.files[name] = (try? text(at: state.path + "/" + name)) ?? "folder"
        }
        let ledger = try Ledger(path: state.ledger)
        let contents = try ledger.load(registers: [])
        outcome.observations = try ledger.observations().map(\.origin.line)
        outcome.intakes = contents.intakes.map(\.file)
        outcome.transitions = try ledger.transitions(after: 0, limit: 100).map(\.seq)
        return (outcome, end.reason == .uncaughtSignal)
    }

    private func run(_ state: StateDirectory, killedAt point: Int?) throws -> (
        reason: Process.TerminationReason, status: Int32
    ) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Folder.of(CommandLine.arguments[0]) + "/FaultProbe")
        process.arguments = [state.path]
        process.environment = point.map { ["KPID_FAULT_POINT": "\($0)"] } ?? [:]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationReason, process.terminationStatus)
    }
}
