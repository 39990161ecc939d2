import TestServers
import Testing

@testable import KPICore
@testable import KPINotify

struct BotChannelTests {
    enum Kind: String, CaseIterable, Sendable {
        case wecom, dingtalk, feishu
    }

    private let folder: TemporaryFolder
    private static let key = "693a91f6-7a0b-4bc4-97a0-0ec2sifa5aaa"

    init() throws {
        folder = try TemporaryFolder()
    }

    private func channel(
        _ kind: Kind, _ url: String, signing: String? = nil, _ connection: ConnectionSettings = ConnectionSettings()
    ) throws -> any Channel {
        let path = kind == .feishu ? "/hook/\(Self.key)" : "/send?access_token=\(Self.key)"
        try folder.put(url + path + "\n", at: "address")
        if let signing { try folder.put(signing, at: "signing") }
        let settings = BotSettings(
            address: .credential("address"), signing: signing.map { _ in .credential("signing") },
            connection: connection)
        let all: ChannelSettings =
            switch kind {
            case .wecom: .wecom(settings)
            case .dingtalk: .dingtalk(settings)
            case .feishu: .feishu(settings)
            }
        return all.channel(named: "chat", secrets: SecretReader(credentials: folder.path))
    }

    /// The request that a notice becomes.
    private func request(_ kind: Kind, _ notice: Notice, signing: String? = nil) async throws -> HTTPServer.Request {
        let server = try HTTPServer([.answer(200, body: #"{"errcode":0,"errmsg":"ok"}"#)])
        defer { server.stop() }
        let delivery = try await channel(kind, server.url, signing: signing).deliver(notice, at: Samples.now)
        #expect(delivery.said == "delivered: 0 ok")
        return try #require(server.requests.first)
    }

    private static let digest = Samples.notice(
        .digest, in: .zh, title: Label("本周"), message: Label("有变化的 2 项"),
        digest: NoticeDigest(
            lines: [.init(severity: .critical, Label("甲")), .init(event: .resolved, Label("乙"))], omitted: 3))

    @Test func weComGetsItsMarkdown() async throws {
        let request = try await request(.wecom, Samples.notice(in: .zh))
        #expect(request.target == "/send?access_token=\(Self.key)")
        let body = try #require(JSON(parsing: request.body))
        #expect(body.at("msgtype")?.text == "markdown")
        #expect(
            body.at("markdown.content")?.text == """
                **<font color="warning">【严重】任城区 · 引进科技人才</font>**
                任城区：引进科技人才 14/30
                **程度**：严重
                **原因**：条件成立
                **完成**：14 人
                **开始**：2021-07-07 17:30
                **告警**：behind-plan/talent.recruits/370811
                """)
        let digest = try await self.request(.wecom, Self.digest)
        #expect(
            JSON(parsing: digest.body)?.at("markdown.content")?.text?.hasPrefix(
                """
                **<font color="comment">【汇总】本周</font>**
                有变化的 2 项
                !! 甲
                ✓ 乙
                …… 还有 3 行
                """) == true)
    }

    @Test func dingTalkGetsItsMarkdownAndASignatureInTheAddress() async throws {
        let request = try await request(.dingtalk, Samples.notice(), signing: "SEC0123456789")
        #expect(
            request.target == "/send?access_token=\(Self.key)&timestamp=1625878805000"
                + "&sign=5staiyR1iL%2Bzz1f0pHzaxAjaymi8HSNfPCjHnYvfHqk%3D")
        let body = try #require(JSON(parsing: request.body))
        #expect(body.at("msgtype")?.text == "markdown")
        #expect(body.at("markdown.title")?.text == "[critical] Rencheng · Talent recruited")
        #expect(
            body.at("markdown.text")?.text == """
                ### [critical] Rencheng · Talent recruited

                Rencheng: Talent recruited 14/30

                **Severity**: critical

                **Why**: the condition holds

                **Value**: 14 人

                **Since**: 2021-07-07 17:30

                **Alert**: behind-plan/talent.recruits/370811
                """)
        #expect(try await self.request(.dingtalk, Samples.notice()).target == "/send?access_token=\(Self.key)")
    }

    @Test func feishuGetsACardAndASignatureInTheBody() async throws {
        let resolved = Samples.notice(
            .resolved, until: "2021-07-10T09:00:00+08:00", message: Label("5 < 6 *and* [a](b)"))
        let request = try await request(.feishu, resolved, signing: "SEC0123456789")
        #expect(request.target == "/hook/\(Self.key)")
        let body = try #require(JSON(parsing: request.body))
        #expect(body.at("timestamp")?.text == "1625878805")
        #expect(body.at("sign")?.text == "9KBqtvWt0QXr9IO1/LK5KPQ91UNaH6fWwX7KCC7FLbw=")
        #expect(body.at("msg_type")?.text == "interactive")
        #expect(body.at("card.header.template")?.text == "green")
        #expect(body.at("card.header.title.content")?.text == "[resolved] Rencheng · Talent recruited")
        #expect(
            body.at("card.elements.0.content")?.text == """
                5 &#60; 6 &#42;and&#42; &#91;a&#93;(b)
                **Severity**: critical
                **Why**: the condition holds
                **Value**: 14 人
                **Since**: 2021-07-07 17:30
                **Until**: 2021-07-10 09:00
                **Alert**: behind-plan/talent.recruits/370811
                """)
        let unsigned = try await self.request(.feishu, Samples.notice(severity: .warning))
        let plain = try #require(JSON(parsing: unsigned.body))
        #expect(plain.at("sign") == nil)
        #expect(plain.at("card.header.template")?.text == "orange")
    }

    @Test(arguments: [
        (Kind.wecom, #"{"errcode":45009,"errmsg":"api freq out of limit"}"#, "temporary: 45009 api freq out of limit"),
        (.wecom, #"{"errcode":-1,"errmsg":"system busy"}"#, "temporary: -1 system busy"),
        (.wecom, #"{"errcode":93000,"errmsg":"invalid webhook url"}"#, "permanent: 93000 invalid webhook url"),
        (.wecom, #"{"errcode":12345,"errmsg":"new"}"#, "temporary: 12345 new"),
        (.dingtalk, #"{"errcode":130101,"errmsg":"send too fast"}"#, "temporary 600s: 130101 send too fast"),
        (.dingtalk, #"{"errcode":310000,"errmsg":"sign not match"}"#, "permanent: 310000 sign not match"),
        (.dingtalk, #"{"errcode":300005,"errmsg":"token is not exist"}"#, "permanent: 300005 token is not exist"),
        (.feishu, #"{"code":11232,"msg":"frequency limited"}"#, "temporary: 11232 frequency limited"),
        (.feishu, #"{"code":19021,"msg":"sign match fail"}"#, "permanent: 19021 sign match fail"),
        (.feishu, #"{"StatusCode":0,"StatusMessage":"success","code":0,"msg":"success"}"#, "delivered: 0 success"),
        (.feishu, "<html>login</html>", "temporary: HTTP 200 <html>login</html>"),
    ])
    func theCodeInTheBodySaysWhatBecameOfIt(kind: Kind, answer: String, said: String) async throws {
        let server = try HTTPServer([.answer(200, body: answer)])
        defer { server.stop() }
        let delivery = try await channel(kind, server.url).deliver(Samples.notice(), at: Samples.now).said
        #expect(delivery.replacing("\(server.url) answered ", with: "") == said)
    }

    @Test func aCodeCountsWhateverTheStatus() async throws {
        let server = try HTTPServer([
            .answer(400, head: ["x-ogw-ratelimit-reset: 52"], body: #"{"code":99991400,"msg":"limit"}"#),
            .answer(400, body: #"{"code":19001,"msg":"token invalid"}"#), .answer(502, body: "bad gateway"),
            .answer(404, body: "nothing here"),
        ])
        defer { server.stop() }
        let channel = try channel(.feishu, server.url)
        var said: [String] = []
        for _ in 0..<4 { said.append(await channel.deliver(Samples.notice(), at: Samples.now).said) }
        #expect(
            said == [
                "temporary 52s: \(server.url) answered 99991400 limit",
                "permanent: \(server.url) answered 19001 token invalid",
                "temporary: \(server.url) answered HTTP 502 bad gateway",
                "permanent: \(server.url) answered HTTP 404 nothing here",
            ])
    }

    /// Whatever goes wrong, and whatever the service repeats of what it was sent.
    @Test(arguments: Kind.allCases) func theKeyIsNeverTold(kind: Kind) async throws {
        let echo = #"{"errcode":1,"code":1,"errmsg":"\#(Self.key) SEC0123456789","msg":"\#(Self.key) SEC0123456789"}"#
        let server = try HTTPServer([
            .answer(200, body: echo), .answer(404, body: "no /hook/\(Self.key)"), .hang, .hangUp,
        ])
        let quick = ConnectionSettings(timeout: .milliseconds(300))
        let channel = try channel(kind, server.url, signing: "SEC0123456789", quick)
        var said = ["\(channel)", String(reflecting: channel)]
        dump(channel, to: &said[0])
        for _ in 0..<4 { said.append("\(await channel.deliver(Samples.notice(), at: Samples.now))") }
        #expect(server.requests.count == 4)
        server.stop()
        said.append("\(await channel.deliver(Samples.notice(), at: Samples.now))")
        try folder.put("not an address \(Self.key)", at: "address")
        said.append("\(await channel.deliver(Samples.notice(), at: Samples.now))")
        for text in said { #expect(!text.contains(Self.key) && !text.contains("SEC0123456789"), "\(text)") }
        #expect(said[2].contains("‹secret›"))
        #expect(said.last?.contains("it must be a whole address") == true)
    }

    @Test(arguments: Kind.allCases) func aMessageFitsAndSaysWhatIsMissing(kind: Kind) async throws {
        let long = (1...2000).map { "第\($0)行：\"完成\" 14/30" }.joined(separator: "\n")
        let request = try await request(kind, Samples.notice(in: .zh, message: Label(long)))
        let body = try #require(JSON(parsing: request.body))
        let path = ["wecom": "markdown.content", "dingtalk": "markdown.text", "feishu": "card.elements.0.content"]
        let text = try #require(body.at(path[kind.rawValue] ?? "")?.text)
        #expect(kind == .wecom ? text.utf8.count <= 4096 : request.body.utf8.count <= 20_000)
        #expect(text.utf8.count >= 4000, "and is used")
        let lines = text.split(separator: "\n")
        let shown = lines.filter { $0.hasPrefix("第") }
        #expect(shown.allSatisfy { $0.hasSuffix("14/30") }, "no line is cut")
        // The facts are five lines more.
        #expect(lines.last == "…… 还有 \(2000 + 5 - shown.count) 行")
    }
}
