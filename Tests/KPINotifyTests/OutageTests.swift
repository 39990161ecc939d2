import TestSeeds
import TestServers
import Testing

@testable import KPICore
@testable import KPINotify

/// Notices sent one after the other, as an outbox does, on a simulated clock, to a server in trouble.
struct OutageTests {
    private static let reactions: [HTTPServer.Reaction] = [
        .answer(500), .answer(503, head: ["Retry-After: 30"]), .answer(429, head: ["Retry-After: 600"]), .hangUp, .hang,
        .answer(200), .answer(200), .answer(200),
    ]

    @Test(arguments: 0..<6) func everyNoticeArrivesInOrderAndOnceToWhoeverKnowsKeys(seed: Int) async throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let script = (0..<25).map { _ in Self.reactions.randomElement(using: &random) ?? .hangUp }
        let server = try HTTPServer(script)
        defer { server.stop() }
        let address = try #require(WebAddress(server.url))
        let settings = WebhookSettings(
            address: .written(address), connection: ConnectionSettings(timeout: .milliseconds(150)))
        let channel = WebhookChannel(name: "hook", settings, secrets: SecretReader(credentials: nil))
        let (policy, notices) = (RetryPolicy(), (1...12).map { Samples.notice(sequence: $0) })
        var now = Samples.now
        for notice in notices {
            let begun = now
            var attempt = 0
            sending: while true {
                attempt += 1
                let delivery = await channel.deliver(notice, at: now)
                switch policy.step(
                    after: delivery, attempt: attempt, begun: begun, now: now, seed: notice.key.seed)
                {
                case .done: break sending
                case .retry(let next): now = next
                case .giveUp(let reason): throw Failure("given up: \(reason.en), seed \(seed)")
                }
            }
        }
        let keys = server.requests.compactMap { $0.headers["idempotency-key"] }
        #expect(keys.count > notices.count, "seed \(seed) has no trouble in it")
        // What hangs and hangs up has taken the notice: the receiver sees its key again, next to the first.
        let taken = keys.reduce(into: [String]()) { taken, key in if taken.last != key { taken.append(key) } }
        #expect(taken == notices.map(\.key.text), "seed \(seed)")
    }
}
