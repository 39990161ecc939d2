import Foundation
import Testing

/// Notices as people would read them, without a daemon.
@Suite(.inTurn) struct NotifyRenderTests {
    private func render(_ arguments: [String]) async throws -> (exit: Program.Exit, said: String) {
        let transcript = FileManager.default.temporaryDirectory.path + "/kpid-render-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: transcript) }
        let config = Place.package.appending(path: "config/kpid.yaml").path
        let process = try Program(
            "kpictl", ["notify", "render"] + arguments + ["--config", config], transcript: transcript)
        return (try await process.end(), process.said)
    }

    @Test func eachSeverityBeginsChangesAndEnds() async throws {
        let (exit, said) = try await render(["behind-plan", "--language", "en"])
        #expect(exit == .code(0), "\(said)")
        let subjects = said.split(separator: "\n").filter { $0.hasPrefix("[") }
        let target = "Party-organisation coverage of affiliated societies"
        let tags = ["critical", "critical, was warning", "resolved", "warning", "warning, was critical", "resolved"]
        #expect(subjects.map { String($0) } == tags.map { "[\($0)] \(target)" })
        #expect(said.contains("\nValue: 88.5%\n"), "a share is a percentage")
        #expect(said.contains("\(target): ") && !said.contains("–") && !said.contains("{"))
    }

    @Test func inTheLanguageOfTheSettings() async throws {
        let (exit, said) = try await render(["stage-overdue", "--severity", "critical"])
        #expect(exit == .code(0) && said.hasPrefix("【严重】") && said.contains("程度：严重") && !said.contains("【警告"))
    }

    @Test func asProgramsReceiveIt() async throws {
        let (exit, said) = try await render(["-o", "json"])
        #expect(exit == .code(0))
        let notices = try Json(said).list
        let rules = Set(notices.compactMap { $0["alert"]?["rule"]?.text })
        #expect(rules.count == 22, "every rule that is shipped")
        #expect(notices.allSatisfy { $0["text"]?.text?.isEmpty == false && $0["subject"]?.text?.isEmpty == false })
    }

    @Test func whatIsNotThereIsSaid() async throws {
        let (exit, said) = try await render(["behind-paln", "--language", "en"])
        #expect(exit == .code(4) && said.contains("did you mean 'behind-plan'?"))
        #expect(try await render(["report-missing", "--severity", "critical"]).exit == .code(4))
    }
}
