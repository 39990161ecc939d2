import Foundation
import Glibc
import Testing

@testable import KPIEngine

struct IntakeArchiveTests {
    private let folder: TemporaryFolder
    private let state: StateDirectory
    private let archive: IntakeArchive

    init() throws {
        folder = try TemporaryFolder()
        state = folder.state
        try state.create()
        archive = IntakeArchive(state)
    }

    private func drop(_ text: String, as name: String = "a.csv") throws -> InboxFile {
        try folder.put(text, at: "\(state.inbox)/\(name)")
        return try #require(try Inbox(state, limit: 1000).scan(isSettled: true).files.first { $0.name == name })
    }

    @Test func aFileLiesBesideItsReceipt() throws {
        let path = try archive.settle(try drop("one"), sha256: "1111", in: .accepted, receipt: "{}")
        #expect(path == state.accepted + "/a.csv")
        #expect(try names(in: state.accepted) == ["a.csv", "a.csv.receipt.json"])
        #expect(try names(in: state.inbox) == ["registers", "units"])
    }

    @Test func aNameThatIsTakenIsMarked() throws {
        _ = try archive.settle(try drop("one"), sha256: "1111111111", in: .quarantine, receipt: "1")
        _ = try archive.settle(try drop("two"), sha256: "2222222222", in: .quarantine, receipt: "2")
        _ = try archive.settle(try drop("six"), sha256: "2222222233", in: .quarantine, receipt: "6")
        _ = try archive.settle(try drop("ten"), sha256: nil, in: .quarantine, receipt: "10")
        _ = try archive.settle(try drop("two"), sha256: "2222222222", in: .quarantine, receipt: "2 again")
        let files = try names(in: state.quarantine).filter { !$0.hasSuffix(".receipt.json") }
        #expect(files == ["a.csv", "a~2.csv", "a~22222222.csv", "a~2222222233.csv"])
        #expect(try text(at: state.quarantine + "/a~22222222.csv") == "two")
        #expect(try text(at: state.quarantine + "/a~22222222.csv.receipt.json") == "2 again")
        #expect(try text(at: state.quarantine + "/a~2222222233.csv.receipt.json") == "6")
    }

    @Test func registersHaveAFolderOfTheirOwn() throws {
        let path = try archive.settle(try drop("x", as: "registers/events"), sha256: "1", in: .accepted, receipt: "{}")
        #expect(path == state.accepted + "/registers/events")
        #expect(try names(in: state.accepted) == ["registers"])
    }

    @Test func afterACrashBetweenReceiptAndMoveNothingIsDoubled() throws {
        _ = try archive.settle(try drop("other"), sha256: "0", in: .accepted, receipt: "0")
        let file = try drop("one")
        try folder.put("old", at: state.accepted + "/a~1111.csv.receipt.json")
        try folder.put("to", at: state.accepted + "/.a~1111.csv.receipt.json.tmp")
        let path = try archive.settle(file, sha256: "1111", in: .accepted, receipt: "1")
        #expect(path == state.accepted + "/a~1111.csv")
        #expect(
            try names(in: state.accepted)
                == ["a.csv", "a.csv.receipt.json", "a~1111.csv", "a~1111.csv.receipt.json"])
        #expect(try text(at: state.accepted + "/a~1111.csv.receipt.json") == "1")
    }

    @Test func aFileThatWasReplacedStays() throws {
        let file = try drop("one")
        try folder.put("another", at: file.path)
        #expect(try archive.settle(file, sha256: "1", in: .accepted, receipt: "{}") == nil)
        #expect(try names(in: state.accepted) == [])
        #expect(try text(at: file.path) == "another")
        unsafe unlink(file.path)
        #expect(try archive.settle(file, sha256: "1", in: .accepted, receipt: "{}") == nil)
    }
}
