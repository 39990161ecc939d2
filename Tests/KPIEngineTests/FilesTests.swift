import Foundation
import Glibc
import Testing

@testable import KPIEngine

struct FilesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func aFileIsReplacedAndReadableByItsGroup() throws {
        let path = folder.path + "/status.json"
        try AtomicFile.write("old, and longer", to: path)
        try AtomicFile.write("new", to: path)
        #expect(try text(at: path) == "new")
        #expect(try mode(of: path) == 0o640)
        #expect(try names(in: folder.path) == ["status.json"])
    }

    @Test func whatACrashLeftIsWrittenOver() throws {
        try folder.put("half of a very long", at: folder.path + "/.status.json.tmp")
        try AtomicFile.write("whole", to: folder.path + "/status.json")
        #expect(try text(at: folder.path + "/status.json") == "whole")
        #expect(try names(in: folder.path) == ["status.json"])
    }

    @Test func aFailureLeavesTheOldContentAndNothingElse() throws {
        let path = folder.path + "/status.json"
        try FileManager.default.createDirectory(atPath: path + "/in the way", withIntermediateDirectories: true)
        #expect(throws: FileError(.rename, path, code: EISDIR)) { try AtomicFile.write("new", to: path) }
        #expect(try names(in: folder.path) == ["status.json"])
        let nowhere = folder.path + "/none/status.json"
        let error = FileError(.create, folder.path + "/none/.status.json.tmp", code: ENOENT)
        #expect(throws: error) { try AtomicFile.write("new", to: nowhere) }
        #expect(!error.isTransient)
    }

    @Test func theStateDirectoryIsMadeOnceAndThenLeftAlone() throws {
        let state = StateDirectory(folder.path + "/a/b/kpid/")
        try state.create()
        #expect(try names(in: state.path) == ["accepted", "inbox", "quarantine"])
        #expect(try mode(of: state.path).map { $0 & 0o777 } == 0o750)
        #expect(try mode(of: state.inbox) == 0o2770)
        #expect(try mode(of: state.registers) == 0o2770)
        unsafe chmod(state.inbox, 0o755)
        try FileManager.default.removeItem(atPath: state.quarantine)
        try state.create()
        #expect(try mode(of: state.inbox) == 0o755)
        #expect(try names(in: state.path) == ["accepted", "inbox", "quarantine"])
    }

    @Test func aFileInPlaceOfAFolderIsSaid() throws {
        let state = folder.state
        try state.create()
        try FileManager.default.removeItem(atPath: state.accepted)
        try folder.put("", at: state.accepted)
        #expect(throws: FileError(.create, state.accepted, code: ENOTDIR)) { try state.create() }
    }

    @Test func oneInstanceHoldsAStateDirectory() async throws {
        let path = folder.path + "/kpid.lock"
        do {
            let lock = try InstanceLock(path: path)
            #expect(throws: InstanceLock.Refusal.held(path: path, by: getpid())) { try InstanceLock(path: path) }
            #expect(InstanceLock.Refusal.held(path: path, by: 7).description.contains("(process 7)"))
            withExtendedLifetime(lock) {}
        }
        // A process that another test is just starting has everything open that this one has, until it runs its own.
        let deadline = ContinuousClock.now + .seconds(20)
        while (try? InstanceLock(path: path)) == nil {
            try #require(ContinuousClock.now < deadline, "it is free again")
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    @Test func aLockOutlivesNoProcess() throws {
        let path = folder.path + "/kpid.lock"
        try folder.put("4194304\n", at: path)
        let holder = Process()
        let output = Pipe()
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
        holder.arguments = ["--no-fork", path, "sh", "-c", "echo held; exec sleep 60"]
        holder.standardOutput = output
        try holder.run()
        #expect(output.fileHandleForReading.availableData == Data("held\n".utf8))
        #expect(throws: InstanceLock.Refusal.held(path: path, by: 4_194_304)) { try InstanceLock(path: path) }
        kill(holder.processIdentifier, SIGKILL)
        holder.waitUntilExit()
        _ = try InstanceLock(path: path)
        #expect(try text(at: path) == "\(getpid())\n")
    }

    @Test func theHeartbeatIsOneLine() throws {
        try Heartbeat(path: folder.path + "/heartbeat").beat("2021-07-10T09:00:00+08:00")
        #expect(try text(at: folder.path + "/heartbeat") == "2021-07-10T09:00:00+08:00\n")
    }
}
