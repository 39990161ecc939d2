import Foundation
import Glibc
import Testing

@testable import KPIEngine

struct TransitionLogTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/alerts.jsonl"
    }

    private func lines(_ numbers: ClosedRange<Int64>) -> [TransitionLog.Line] {
        numbers.map { .init(seq: $0, text: #"{"seq":\#($0),"rule":"落后"}"#) }
    }

    private func written(_ numbers: ClosedRange<Int64>) -> String {
        lines(numbers).map { $0.text + "\n" }.joined()
    }

    @Test func eachLineIsWrittenOnce() throws {
        let log = try TransitionLog(path: path)
        #expect(log.lastSeq == 0)
        try log.append(lines(1...3))
        try log.append(lines(2...4))
        try log.append(lines(1...4))
        #expect(try text(at: path) == written(1...4))
        let again = try TransitionLog(path: path)
        #expect(again.lastSeq == 4)
        try again.append(lines(1...5))
        #expect(try text(at: path) == written(1...5))
        #expect(try mode(of: path) == 0o640)
    }

    /// Wherever a crash cuts the file, opening it and appending everything makes it whole.
    @Test func everyTornTailIsMadeGood() throws {
        let whole = Array(written(1...4).utf8)
        for length in 0...whole.count {
            try Data(whole.prefix(length)).write(to: URL(fileURLWithPath: path))
            let log = try TransitionLog(path: path)
            #expect(log.lastSeq == Int64(whole.prefix(length).count { $0 == UInt8(ascii: "\n") }))
            try log.append(lines(1...4))
            #expect(try text(at: path) == written(1...4), "cut at \(length)")
        }
    }

    @Test(arguments: [
        String(repeating: "\0", count: 200_000), "\0\0\n\0\n", "{\"seq\":\n", "\n\n",
        String(repeating: "x\n", count: 50_000),
    ])
    func whatIsNoTransitionIsCutOff(_ tail: String) throws {
        try folder.put(written(1...3) + tail, at: path)
        let log = try TransitionLog(path: path)
        #expect(log.lastSeq == 3)
        #expect(try text(at: path) == written(1...3))
    }

    @Test func longLinesAreFound() throws {
        let long = #"{"message":"\#(String(repeating: "长", count: 60_000))","seq":9}"#
        try folder.put(written(1...3) + long + "\n", at: path)
        #expect(try TransitionLog(path: path).lastSeq == 9)
    }

    @Test func aFileThatWasPutAsideIsFollowedByANewOne() throws {
        let log = try TransitionLog(path: path)
        try log.append(lines(1...2))
        try FileManager.default.moveItem(atPath: path, toPath: path + ".1")
        try log.append(lines(1...3))
        #expect(try text(at: path + ".1") == written(1...2))
        #expect(try text(at: path) == written(3...3))
    }

    @Test func aFullDiskLeavesTheLogAsItWas() throws {
        #expect(throws: FileError(.write, "/dev/full", code: ENOSPC)) {
            let log = try TransitionLog(path: "/dev/full")
            try log.append(lines(1...1))
        }
    }
}
