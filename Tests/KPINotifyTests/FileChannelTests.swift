import Foundation
import Synchronization
import TestServers
import Testing

@testable import KPICore
@testable import KPINotify

struct FileChannelTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private var channel: FileChannel { FileChannel(name: "files", FileSettings(folder: folder.path)) }

    @Test func aNoticeBecomesAFileOfItsOwn() async throws {
        let notice = Samples.notice(.resolved, until: "2021-07-10T09:00:00+08:00")
        let delivery = await channel.deliver(notice, at: Samples.now)
        let names = try folder.names
        #expect(delivery == .delivered(receipt: try #require(names.first)))
        #expect(names.count == 1)
        #expect(names[0].hasPrefix("behind-plan_talent.recruits_370811_1.1_ops-"))
        let json = try #require(JSON(parsing: folder.text(at: names[0])))
        #expect(try Notice(json: json) == notice)
        #expect(json.at("api_version")?.text == "kpid/v1")
        #expect(json.at("key.text")?.text == notice.key.text)
        #expect(json.at("subject")?.text == "[resolved] Rencheng · Talent recruited")
        let mode = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(names[0])")[.posixPermissions]
        #expect(mode as? Int == 0o640)
    }

    @Test func aSecondDeliveryChangesNothing() async throws {
        _ = await channel.deliver(Samples.notice(), at: Samples.now)
        let name = try #require(folder.names.first)
        try folder.put("as a reader left it", at: name)
        let again = await channel.deliver(Samples.notice(), at: Samples.now)
        #expect(again == .delivered(receipt: name))
        #expect(try folder.text(at: name) == "as a reader left it")
        #expect(try folder.names == [name])
        _ = await channel.deliver(Samples.notice(sequence: 2), at: Samples.now)
        _ = await channel.deliver(Samples.notice(recipient: "li"), at: Samples.now)
        #expect(try folder.names.count == 3)
    }

    /// At whatever step it stops, the next attempt finishes what the last one began, and nobody sees a part.
    @Test(arguments: FileStep.allCases) func anAttemptThatWasCutOffIsMadeGood(step: FileStep) async throws {
        let folder = self.folder
        let seen = Mutex<[String]>([])
        let watching = FileChannel(name: "files", FileSettings(folder: folder.path)) { passed in
            if passed == step { seen.withLock { $0 = (try? folder.names) ?? [] } }
        }
        _ = await watching.deliver(Samples.notice(), at: Samples.now)
        let whole = try #require(folder.names.first)
        let text = try folder.text(at: whole)
        // What stood there when the step began is what a crash before it would have left.
        let left = seen.withLock { $0 }
        #expect(left == (step == .syncFolder ? [whole] : [".\(whole).tmp"]))
        try FileManager.default.removeItem(atPath: "\(folder.path)/\(whole)")
        for name in left { try folder.put(step == .syncFolder ? text : "{\"half\": of it and mor", at: name) }
        #expect(await channel.deliver(Samples.notice(), at: Samples.now) == .delivered(receipt: whole))
        #expect(try folder.names == [whole])
        #expect(try folder.text(at: whole) == text)
    }

    @Test func aFolderThatIsMissingIsWaitedFor() async throws {
        let path = folder.path + "/mount"
        let channel = FileChannel(name: "files", FileSettings(folder: path))
        let delivery = await channel.deliver(Samples.notice(), at: Samples.now)
        #expect(delivery.said == "temporary: cannot write to \(path): No such file or directory")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(await channel.deliver(Samples.notice(), at: Samples.now).isDelivered)
    }

    @Test func everyNameFitsAndStaysInItsFolder() {
        let long = String(repeating: "任城区/", count: 200)
        for subject in ["../../etc/passwd", "..", ".hidden", "a\nb", "", long, long + "x"] {
            let name = FileChannel.fileName(NoticeKey(subject: subject, episode: 1, sequence: 1, channel: "c"))
            #expect(name.utf8.count <= 150 && !name.contains("/") && !name.hasPrefix("."), "\(name)")
        }
        let names = [long, long + "x"].map {
            FileChannel.fileName(NoticeKey(subject: $0, episode: 1, sequence: 1, channel: "c"))
        }
        #expect(names[0] != names[1])
    }
}
