import TestServers
import Testing

/// `kpictl notify test`, with a daemon that runs.
@Suite(.inTurn) struct ChannelTestTests {
    private func running(_ site: Site) async throws -> Program {
        let daemon = try await site.start(every: "60s")
        try await eventually("the socket") { (try? site.ask("GET", "health").status) == 200 }
        return daemon
    }

    @Test func itShowsWhatTheReceiverAnswers() async throws {
        let hook = try HTTPServer([.answer(200), .answer(200), .answer(400, body: "no such room"), .answer(503)])
        defer { hook.stop() }
        let site = try Site.telling(.hook(hook))
        let daemon = try await running(site)
        let good = try await site.kpictl(["notify", "test", "hook"])
        #expect(good.exit == .code(0) && good.said == "the channel 'hook' works: HTTP 200\n", "\(good.said)")
        let json = try await site.kpictl(["notify", "test", "hook", "-o", "json"])
        #expect(json.exit == .code(0))
        #expect(try Json(json.said)["receipt"] == .text("HTTP 200"))
        let bad = try await site.kpictl(["notify", "test", "hook", "--language", "zh"])
        #expect(bad.exit == .code(1), "\(bad.said)")
        #expect(bad.said.hasPrefix("kpictl: 通道“hook”不可用：") && bad.said.contains("no such room"), "\(bad.said)")
        let busy = try await site.kpictl(["notify", "test", "hook"])
        #expect(busy.exit == .code(1), "\(busy.said)")
        #expect(busy.said.hasPrefix("kpictl: the channel 'hook' does not work for now: \(hook.url) answered HTTP 503"))
        let tests = try hook.requests.map { try Json($0.body) }
        #expect(tests.map { $0["event"] } == Array(repeating: .text("test"), count: 4))
        #expect(Set(hook.requests.compactMap { $0.headers["idempotency-key"] }).count == 4, "each is another notice")
        #expect(try site.count("notice") == 0, "a test is nothing that is kept")
        withExtendedLifetime(daemon) {}
    }

    @Test func aChannelThatIsNotThereIsNotFound() async throws {
        let site = try Site.telling(.files)
        let daemon = try await running(site)
        for (name, words) in [("fiels", ": did you mean 'files'?"), ("通道/b c?", "'通道/b c?'.")] {
            let (exit, said) = try await site.kpictl(["notify", "test", name])
            #expect(
                exit == .code(4) && said.contains("there is no channel '\(name)'") && said.contains(words), "\(said)")
        }
        withExtendedLifetime(daemon) {}
    }
}
