import Foundation
import Glibc
import Testing

@testable import KPIEngine

@Suite(.timeLimit(.minutes(1)))
struct InboxWatcherTests {
    private let folder: TemporaryFolder
    private let state: StateDirectory
    private let watcher: InboxWatcher

    init() throws {
        folder = try TemporaryFolder()
        state = folder.state
        try state.create()
        // Time stands still: a file is ready because it was seen to be finished, and never because the test was slow.
        let start = Inbox.now()
        watcher = try InboxWatcher(Inbox(state, limit: 1_000_000), now: { start })
    }

    /// Waits for a change that makes files ready.
    private func ready(_ count: Int = 1) async throws -> [String] {
        var changes = watcher.changes.makeAsyncIterator()
        while true {
            let files = try watcher.scan().files.map(\.name)
            if files.count >= count { return files }
            try #require(await changes.next() != nil)
        }
    }

    @Test func aClosedFileIsReadyAtOnce() async throws {
        try folder.put("x", at: state.inbox + "/a.csv")
        #expect(try await ready() == ["a.csv"])
    }

    @Test func aMovedFileIsReadyAtOnce() async throws {
        try folder.put("x", at: folder.path + "/a.csv")
        unsafe rename(folder.path + "/a.csv", state.registers + "/events.csv")
        #expect(try await ready() == ["registers/events.csv"])
    }

    @Test func aFileThatIsBeingWrittenIsNot() async throws {
        let descriptor = unsafe open(state.inbox + "/slow.csv", O_WRONLY | O_CREAT, 0o640)
        unsafe write(descriptor, "x", 1)
        try folder.put("x", at: state.inbox + "/a.csv")
        #expect(try await ready() == ["a.csv"])
        #expect(try watcher.scan().unsettled == ["slow.csv"])
        #expect(try watcher.scan(isSettled: true).files.count == 2)
        close(descriptor)
        #expect(try await ready(2) == ["a.csv", "slow.csv"])
    }

    /// `touch` and a copy's first step close a file that has nothing in it yet.
    @Test func anEmptyFileThatWasClosedIsNotReadyAtOnce() async throws {
        try folder.put("", at: state.inbox + "/empty.csv")
        try folder.put("x", at: state.inbox + "/a.csv")
        #expect(try await ready() == ["a.csv"])
        #expect(try watcher.scan().unsettled == ["empty.csv"])
        try folder.put("x", at: state.inbox + "/empty.csv")
        #expect(try await ready(2) == ["a.csv", "empty.csv"])
    }

    @Test func foldersThatAppearAgainAreWatchedAgain() async throws {
        try FileManager.default.removeItem(atPath: state.registers)
        try FileManager.default.createDirectory(atPath: state.registers, withIntermediateDirectories: false)
        try await written(to: state.registers + "/events.csv", until: ["registers/events.csv"])
        try FileManager.default.removeItem(atPath: state.inbox)
        try state.create()
        try await written(to: state.inbox + "/a.csv", until: ["a.csv"])
    }

    /// The kernel tells of a new folder and we ask to watch it: a file may fall in between, and the change is told,
    /// but not that the file is finished. So it is written until it is seen to be.
    private func written(to path: String, until names: [String]) async throws {
        try folder.put("x", at: path)
        for await _ in watcher.changes {
            if try watcher.scan().files.map(\.name) == names { return }
            try folder.put("x", at: path)
        }
    }

    @Test func theStreamEndsWithTheWatcher() async throws {
        watcher.stop()
        for await _ in watcher.changes {}
    }

    @Test func eventsAreReadFromTheirBytes() {
        func event(_ watch: UInt8, _ mask: UInt8, _ name: [UInt8]) -> [UInt8] {
            [watch, 0, 0, 0, mask, 0, 0, 0, 0, 0, 0, 0, UInt8(name.count), 0, 0, 0] + name
        }
        let bytes = event(1, 8, Array("a.csv\0\0\0".utf8)) + event(2, 128, []) + [1, 2, 3]
        let events = InotifyEvent.parse(bytes)
        #expect(events.map(\.watch) == [1, 2])
        #expect(events.map(\.name) == ["a.csv", ""])
        #expect(events[0].says(IN_CLOSE_WRITE))
        #expect(events[1].says(IN_MOVED_TO))
    }
}
