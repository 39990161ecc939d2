import Foundation
import TestServers
import Testing

@testable import KPICore
@testable import KPINotify

struct WebhookChannelTests {
    private let folder: TemporaryFolder
    private let notice = Samples.notice()

    init() throws {
        folder = try TemporaryFolder()
    }

    private func address(_ text: String) throws -> WebAddress { try #require(WebAddress(text)) }

    private func channel(
        _ url: String, signing: SecretSource? = nil, authorization: SecretSource? = nil,
        _ connection: ConnectionSettings = ConnectionSettings()
    ) throws -> WebhookChannel {
        let settings = WebhookSettings(
            address: .written(try address(url)), signing: signing, authorization: authorization,
            connection: connection)
        return WebhookChannel(name: "hook", settings, secrets: SecretReader(credentials: folder.path))
    }

    @Test func theNoticeIsPostedWithItsKeyAndASignature() async throws {
        let server = try HTTPServer([.answer(202, body: "queued\n as 7")])
        defer { server.stop() }
        try folder.put("s3cret key\n", at: "signing")
        try folder.put("Bearer abc", at: "token")
        let channel = try channel(
            server.url + "/hook?x=1", signing: .credential("signing"), authorization: .credential("token"))
        #expect(await channel.deliver(notice, at: Samples.now).said == "delivered: HTTP 202 queued as 7")
        let request = try #require(server.requests.first)
        #expect(server.requests.count == 1)
        #expect((request.method, request.target) == ("POST", "/hook?x=1"))
        #expect(request.headers["content-type"] == "application/json; charset=utf-8")
        #expect(request.headers["idempotency-key"] == notice.key.text)
        #expect(request.headers["authorization"] == "Bearer abc")
        #expect(request.headers["user-agent"] == "kpid/\(Version.text)")
        #expect(request.headers["kpid-timestamp"] == "1625878805")
        #expect(try Notice(json: #require(JSON(parsing: request.body))) == notice)
        let signature = try #require(request.headers["kpid-signature"])
        #expect(
            signature == "sha256="
                + Hexadecimal.encode(SHA256.code(of: Array("1625878805.\(request.body)".utf8), key: "s3cret key")))
    }

    /// As a receiver without any of our code would check it.
    @Test(.needs(.openssl)) func openSSLAgreesWithTheSignature() async throws {
        let server = try HTTPServer()
        defer { server.stop() }
        try folder.put("s3cret key", at: "signing")
        _ = try await channel(server.url, signing: .credential("signing")).deliver(notice, at: Samples.now)
        let request = try #require(server.requests.first)
        let said = try RunningProgram.output(
            DebianProgram.openssl.rawValue, ["dgst", "-sha256", "-hmac", "s3cret key"],
            input: "\(request.headers["kpid-timestamp"] ?? "").\(request.body)")
        let code = try #require(said.split(whereSeparator: \.isWhitespace).last)
        #expect(request.headers["kpid-signature"] == "sha256=\(code)")
    }

    @Test(arguments: [
        (HTTPServer.Reaction.answer(200), "delivered: HTTP 200"),
        (.answer(204), "delivered: HTTP 204"),
        (.answer(400, body: "{\"error\": \"no\"}"), "permanent: SERVER answered HTTP 400 {\"error\": \"no\"}"),
        (.answer(401), "permanent: SERVER answered HTTP 401"),
        (.answer(404), "permanent: SERVER answered HTTP 404"),
        (.answer(408), "temporary: SERVER answered HTTP 408"),
        (.answer(425), "temporary: SERVER answered HTTP 425"),
        (.answer(429), "temporary: SERVER answered HTTP 429"),
        (.answer(429, head: ["Retry-After: 120"]), "temporary 120s: SERVER answered HTTP 429"),
        (
            .answer(503, head: ["retry-after:\tSat, 10 Jul 2021 01:01:05 GMT"]),
            "temporary 60s: SERVER answered HTTP 503"
        ),
        (.answer(503, head: ["Retry-After: Sat, 10 Jul 2021 00:00:00 GMT"]), "temporary 0s: SERVER answered HTTP 503"),
        (.answer(500, head: ["Retry-After: soon"]), "temporary: SERVER answered HTTP 500"),
        (.answer(502), "temporary: SERVER answered HTTP 502"),
        (
            .answer(301, head: ["Location: http://127.0.0.1:1/"]),
            "permanent: SERVER answered HTTP 301; redirections are not followed: write the address it leads to"
        ),
        (.hangUp, "temporary: cannot reach SERVER: Empty reply from server"),
    ])
    func theStatusSaysWhatBecameOfIt(reaction: HTTPServer.Reaction, said: String) async throws {
        let server = try HTTPServer([reaction])
        defer { server.stop() }
        let delivery = try await channel(server.url + "/hook").deliver(notice, at: Samples.now)
        #expect(delivery.said == said.replacing("SERVER", with: server.url))
        #expect(server.requests.count == 1, "one attempt, no redirection followed")
    }

    @Test func aServerThatHangsIsLeftAndOneThatIsGoneIsWaitedFor() async throws {
        let server = try HTTPServer([.hang])
        let quick = ConnectionSettings(timeout: .milliseconds(300))
        let hanging = try await channel(server.url, quick).deliver(notice, at: Samples.now)
        #expect(hanging.said.hasPrefix("temporary: cannot reach \(server.url): it took too long (Operation timed out"))
        server.stop()
        let gone = try await channel(server.url).deliver(notice, at: Samples.now)
        #expect(gone.said.hasPrefix("temporary: cannot reach \(server.url): Failed to connect to 127.0.0.1"))
        let back = try HTTPServer(port: server.port)
        defer { back.stop() }
        #expect(try await channel(server.url).deliver(notice, at: Samples.now).isDelivered)
    }

    @Test func aStopDoesNotWaitForAServerThatHangs() async throws {
        let server = try HTTPServer([.hang])
        defer { server.stop() }
        let channel = try channel(server.url, ConnectionSettings(timeout: .seconds(600)))
        let delivering = Task { await channel.deliver(notice, at: Samples.now).said }
        _ = try await eventually("the request") { server.requests.first }
        delivering.cancel()
        #expect(await delivering.value == "temporary: cannot reach \(server.url): it was stopped")
    }

    /// A hundred channels that hang, and the tasks of everybody else go on.
    @Test func oneDeadReceiverDelaysNobody() async throws {
        let (dead, alive) = (try HTTPServer(Array(repeating: .hang, count: 100)), try HTTPServer())
        defer {
            dead.stop()
            alive.stop()
        }
        let patient = ConnectionSettings(timeout: .seconds(600))
        let hanging = try (0..<100).map { number in
            let channel = try channel(dead.url, patient)
            return Task { await channel.deliver(Samples.notice(sequence: number), at: Samples.now) }
        }
        _ = try await eventually("100 requests that hang") { dead.requests.count == 100 ? true : nil }
        #expect(try await channel(alive.url).deliver(notice, at: Samples.now).isDelivered)
        for task in hanging { task.cancel() }
        for task in hanging { #expect(await task.value.isDelivered == false) }
    }

    @Test func aProxyIsAskedWhereOneIsSet() async throws {
        let proxy = try HTTPServer()
        defer { proxy.stop() }
        let connection = ConnectionSettings(proxy: try address(proxy.url))
        _ = try await channel("http://hook.invalid/a", connection).deliver(notice, at: Samples.now)
        #expect(proxy.requests.map(\.target) == ["http://hook.invalid/a"])
    }

    /// In a process of its own, since the environment is everybody's.
    @Test func aProxyOfTheEnvironmentIsNot() async {
        await #expect(processExitsWith: .success) {
            let (proxy, server) = (try HTTPServer(), try HTTPServer())
            unsafe setenv("http_proxy", proxy.url, 1)
            let address = try #require(WebAddress(server.url))
            let channel = WebhookChannel(
                name: "hook", WebhookSettings(address: .written(address)), secrets: SecretReader())
            let delivery = await channel.deliver(Samples.notice(), at: Samples.now)
            try #require(delivery.isDelivered && proxy.requests.isEmpty && server.requests.count == 1)
        }
    }

    @Test func aSecretThatIsMissingIsWaitedFor() async throws {
        let server = try HTTPServer()
        defer { server.stop() }
        let channel = try channel(server.url, signing: .credential("signing"))
        let before = await channel.deliver(notice, at: Samples.now)
        #expect(
            before.said == "temporary: cannot read the secret in the credential 'signing': No such file or directory")
        #expect(server.requests.isEmpty, "nothing goes out unsigned")
        try folder.put("key", at: "signing")
        #expect(await channel.deliver(notice, at: Samples.now).isDelivered)
    }
}
