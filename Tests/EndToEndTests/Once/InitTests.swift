import Foundation
import Testing

/// What somebody gets who begins with nothing.
@Suite(.inTurn) struct InitTests {
    /// A folder of one test, gone when the test is over.
    private final class Folder {
        let path = FileManager.default.temporaryDirectory.path + "/kpid-init-\(UUID().uuidString)"

        init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func run(
            _ program: String, _ arguments: [String], environment: [String: String] = [:]
        ) async throws -> (exit: Program.Exit, said: String) {
            let transcript = "\(path)/.log-\(UUID().uuidString)"
            let process = try Program(program, arguments, environment: environment, transcript: transcript)
            return (try await process.end(), process.said)
        }

        func read(_ name: String) throws -> String { try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }
    }

    private static let files = [
        "config/kpid.yaml", "config/notify.yaml", "config/registers.yaml", "config/targets/first.yaml",
        "config/units.yaml",
        "rules/first.yaml", "rules/policies.yaml",
    ]

    @Test(arguments: ["en", "zh"])
    func itIsValidAndRuns(language: String) async throws {
        let folder = try Folder()
        let new = "\(folder.path)/new"
        let begun = try await folder.run(
            "kpictl", ["init", new, "--language", language], environment: ["TZ": "Asia/Shanghai"])
        #expect(begun.exit == .code(0))
        for file in Self.files { #expect(begun.said.contains("\(new)/\(file)\n"), "\(file)") }
        let found = try FileManager.default.subpathsOfDirectory(atPath: new).filter { $0.hasSuffix(".yaml") }
        #expect(found.sorted() == Self.files)
        #expect(try folder.read("new/config/kpid.yaml").contains("zone: Asia/Shanghai\n"))
        #expect(try folder.read("new/config/targets/first.yaml").contains(language == "zh" ? "新网站" : "The new website"))

        let config = "\(new)/config/kpid.yaml"
        let checked = try await folder.run("kpictl", ["check", "--config", config])
        #expect(checked.exit == .code(0) && checked.said == "\(config): valid, 3 targets, 3 rules\n")
        let notify = "\(new)/config/notify.yaml"
        let written = try folder.read("new/config/notify.yaml")
        try Data(written.replacing("\n  # ", with: "\n  ").utf8).write(to: URL(filePath: notify))
        let tried = try await folder.run("kpictl", ["check", "--config", config])
        #expect(tried.exit == .code(0) && tried.said.contains("1 warnings\n"), "its examples are right: \(tried.said)")
        try Data(written.utf8).write(to: URL(filePath: notify))
        // The commands it names are those that are run here.
        let state = "\(new)/state"
        #expect(begun.said.contains("kpid run --config \(config) --state-dir \(state) --once\n"))
        let ran = try await folder.run("kpid", ["run", "--config", config, "--state-dir", state, "--once"])
        #expect(ran.exit == .code(0), "\(ran.said)")
        let status = try Json(folder.read("new/state/status.json"))
        #expect(status["targets"]?.list.map { $0["id"]?.text } == ["members.new", "requests.answered", "website"])
        #expect(status["alerts"]?["warning"] == .number(0) && status["health"]?["state"] == .text("ok"))
    }

    /// Its targets take the figures that its comments speak of.
    @Test func itTakesFigures() async throws {
        let folder = try Folder()
        _ = try await folder.run("kpictl", ["init", folder.path])
        let config = "\(folder.path)/config/kpid.yaml"
        let state = "\(folder.path)/state"
        let month = try #require(folder.read("config/targets/first.yaml").firstMatch(of: /--period (\d{4}-\d{2})/)?.1)
        try FileManager.default.createDirectory(atPath: "\(state)/inbox/registers", withIntermediateDirectories: true)
        let texts = [
            "members.csv":
                "indicator,unit,period,value\nmembers.new,north,\(month),7\nmembers.new,Team South,\(month),5\n",
            "registers/requests.csv": """
            request_id,opened_on,unit,answered_on
            R1,\(month)-01,N,\(month)-02
            R2,\(month)-01,south,

            """,
            "registers/steps.csv": "stage,done_on\ndesign,\(month)-01\n",
        ]
        for (name, text) in texts { try Data(text.utf8).write(to: URL(filePath: "\(state)/inbox/\(name)")) }
        let later = try #require(Self.month(after: String(month)))
        let ran = try await folder.run(
            "kpid",
            ["run", "--config", config, "--state-dir", state, "--once", "--as-of", "\(later)-20T09:00:00+00:00"])
        #expect(ran.exit == .code(0), "\(ran.said)")
        let targets = try #require(try Json(folder.read("state/status.json"))["targets"])
        #expect(targets.element("members.new")?["value"] == .number(12))
        #expect(targets.element("requests.answered")?["value"] == .number(0.5))
        #expect(targets.element("website")?["value"] == .number(0.25))
    }

    private static func month(after month: String) -> String? {
        let parts = month.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        let (year, next) = parts[1] == 12 ? (parts[0] + 1, 1) : (parts[0], parts[1] + 1)
        return "\(year)-\(next < 10 ? "0" : "")\(next)"
    }

    @Test func itOverwritesNothing() async throws {
        let folder = try Folder()
        try FileManager.default.createDirectory(atPath: "\(folder.path)/rules", withIntermediateDirectories: true)
        let refused = try await folder.run("kpictl", ["init", folder.path])
        #expect(refused.exit == .code(1) && refused.said.contains("\(folder.path)/rules is there already"))
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/config"))
        let chinese = try await folder.run("kpictl", ["init", folder.path], environment: ["LANG": "zh_CN.UTF-8"])
        #expect(chinese.exit == .code(1) && chinese.said.contains("没有写入任何文件"))
    }

    @Test func whatCannotBeWrittenIsSaid() async throws {
        let folder = try Folder()
        try Data().write(to: URL(filePath: "\(folder.path)/file"))
        let refused = try await folder.run("kpictl", ["init", "\(folder.path)/file"])
        #expect(
            refused.exit == .code(1) && refused.said.contains("\(folder.path)/file/config/kpid.yaml cannot be written"))
    }
}
