import Foundation
import Glibc
import KPICore
import Testing

@testable import KPIEngine

struct InboxTests {
    private let folder: TemporaryFolder
    private let state: StateDirectory
    private let inbox: Inbox

    init() throws {
        folder = try TemporaryFolder()
        state = folder.state
        try state.create()
        inbox = Inbox(state, limit: 100)
    }

    @Test func whatMayBeTakenIsListedInOrder() throws {
        for name in ["b.csv", "a.csv", ".hidden", "c.csv.tmp", "d.part", "registers/events.csv", "邹城.csv"] {
            try folder.put("x", at: "\(state.inbox)/\(name)")
        }
        let scan = try inbox.scan(isSettled: true)
        #expect(scan.files.map(\.name) == ["a.csv", "b.csv", "邹城.csv", "registers/events.csv"])
        #expect(scan.files.map(\.register) == [nil, nil, nil, "events"])
        #expect(scan.obstacles.isEmpty)
    }

    @Test func onlySmallRegularFilesAreTaken() throws {
        try folder.put(String(repeating: "x", count: 101), at: state.inbox + "/large.csv")
        try folder.put("secret", at: folder.path + "/secret")
        unsafe symlink(folder.path + "/secret", state.inbox + "/link.csv")
        unsafe mkfifo(state.inbox + "/pipe.csv", 0o600)
        unsafe mkdir(state.inbox + "/folder.csv", 0o700)
        let scan = try inbox.scan(isSettled: true)
        #expect(scan.files.isEmpty)
        #expect(
            Dictionary(uniqueKeysWithValues: scan.obstacles.map { ($0.file.name, $0.reason) })
                == ["large.csv": .oversize, "link.csv": .link, "pipe.csv": .special, "folder.csv": .folder])
    }

    @Test func aFileIsLeftAloneUntilItIsOldEnough() throws {
        try folder.put("x", at: state.inbox + "/a.csv")
        let modified = try #require(try FileProperties.of(state.inbox + "/a.csv")).modified
        func isTaken(_ news: InboxNews, after seconds: Double) throws -> Bool {
            let scan = try inbox.scan(news: news, now: modified + Int64(seconds * 1e9))
            #expect(scan.files.count + scan.unsettled.count == 1)
            return !scan.files.isEmpty
        }
        var news = InboxNews()
        #expect(try !isTaken(news, after: 1.9))
        #expect(try isTaken(news, after: 2))
        news.began(state.inbox + "/a.csv")
        #expect(try !isTaken(news, after: 59))
        #expect(try isTaken(news, after: 60))
        news.finished(state.inbox + "/a.csv")
        #expect(try isTaken(news, after: 0))
        #expect(try isTaken(news, after: -3600), "a clock that was set back")
        news.forgetAll()
        #expect(try !isTaken(news, after: 0))
    }

    @Test func aFileThatChangedUnderOurHandsIsNotRead() throws {
        let path = state.inbox + "/a.csv"
        try folder.put("old", at: path)
        let file = try #require(try inbox.scan(isSettled: true).files.first)
        #expect(try file.open()?.all() == Array("old".utf8))
        try folder.put("newer", at: path)
        #expect(try file.open() == nil)
        unsafe unlink(path)
        #expect(try file.open() == nil)
        unsafe symlink("/etc/passwd", path)
        #expect(try file.open() == nil)
        unsafe unlink(path)
        unsafe mkfifo(path, 0o600)
        #expect(try file.open() == nil)
    }

    @Test func missingFoldersAreEmpty() throws {
        try FileManager.default.removeItem(atPath: state.inbox)
        #expect(try inbox.scan(isSettled: true) == InboxScan())
    }
}
