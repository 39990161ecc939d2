import Foundation
import TestServers
import Testing

@testable import KPICore
@testable import KPINotify

/// Against Debian's aiosmtpd.
@Suite(.needs(.aiosmtpd), .needs(.openssl)) struct MailChannelTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func channel(
        port: Int, _ encryption: MailSettings.Encryption = .none, password: String? = nil, trusting: String? = nil,
        timeout: Duration = .seconds(15)
    ) throws -> MailChannel {
        if let password { try folder.put(password + "\n", at: "password") }
        let settings = MailSettings(
            host: "127.0.0.1", port: port, encryption: encryption,
            login: password.map { _ in .init(user: "kpid", password: .credential("password")) },
            from: try #require(MailAddress("kpid@example.org", name: "kpid")),
            to: [try #require(MailAddress("li@example.cn", name: "李四"))],
            connection: ConnectionSettings(timeout: timeout, authorities: trusting))
        return MailChannel(name: "mail", settings, secrets: SecretReader(credentials: folder.path))
    }

    private func notice(to recipient: String = "li@example.cn", sequence: Int = 1) -> Notice {
        Samples.notice(in: .zh, sequence: sequence, channel: "mail", recipient: recipient)
    }

    @Test func aMailArrivesAsItWasWritten() async throws {
        let server = try await MailServer()
        let channel = try channel(port: server.port)
        #expect(await channel.deliver(notice(), at: Samples.now).said == "delivered: 250 OK: queued as 1")
        #expect(await channel.deliver(notice(sequence: 2), at: Samples.now).isDelivered)
        let mails = try server.mails
        #expect(mails.count == 2)
        let mail = try #require(mails.first)
        #expect((mail.from, mail.to, mail.tls, mail.login) == ("kpid@example.org", ["li@example.cn"], false, nil))
        #expect(mail.headers["Subject"] == "=?utf-8?B?44CQ5Lil6YeN44CR5Lu75Z+O5Yy6IMK3IOW8lei/m+enkeaKgOS6uuaJjQ==?=")
        #expect(mail.headers["To"] == "=?utf-8?B?5p2O5Zub?= <li@example.cn>")
        #expect(mail.headers["Date"] == "Sat, 10 Jul 2021 09:00:00 +0800")
        #expect(mail.headers["References"] == mails[1].headers["References"])
        #expect(mail.headers["Message-ID"] != mails[1].headers["Message-ID"])
        let body = mail.data.components(separatedBy: "\r\n\r\n")[1]
        let text = try #require(Data(base64Encoded: body, options: .ignoreUnknownCharacters))
        #expect(String(decoding: text, as: UTF8.self).hasPrefix("任城区：引进科技人才 14/30\r\n\r\n程度：严重\r\n"))
    }

    @Test func nothingGoesOutInClearWhereTLSIsRequired() async throws {
        let (secure, clear) = (try await MailServer("--tls", "--require-tls"), try await MailServer())
        let trusted = try channel(port: secure.port, .required, trusting: secure.certificate)
        #expect(await trusted.deliver(notice(), at: Samples.now).isDelivered)
        #expect(try secure.mails.map(\.tls) == [true])
        let without = try await channel(port: clear.port, .required).deliver(notice(), at: Samples.now).said
        #expect(without.hasPrefix("temporary: cannot reach 127.0.0.1:\(clear.port): "), "\(without)")
        #expect(try clear.mails.isEmpty)
        let unknown = try await channel(port: secure.port, .required).deliver(notice(), at: Samples.now).said
        #expect(unknown.contains("its certificate cannot be verified"), "\(unknown)")
        #expect(try secure.mails.count == 1)
        let needed = try await channel(port: secure.port, .none).deliver(notice(), at: Samples.now).said
        #expect(needed == "permanent: 127.0.0.1:\(secure.port) answered 530 Must issue a STARTTLS command first")
    }

    @Test func whereTLSIsOptionalItIsUsedIfItIsThere() async throws {
        let (secure, clear) = (try await MailServer("--tls"), try await MailServer())
        let channels = [
            try channel(port: secure.port, .optional, trusting: secure.certificate),
            try channel(port: clear.port, .optional),
        ]
        for channel in channels { #expect(await channel.deliver(notice(), at: Samples.now).isDelivered) }
        #expect(try (secure.mails + clear.mails).map(\.tls) == [true, false])
    }

    @Test func tlsFromTheFirstByteIsAnotherWay() async throws {
        let server = try await MailServer("--implicit")
        let channel = try channel(port: server.port, .implicit, trusting: server.certificate)
        #expect(await channel.deliver(notice(), at: Samples.now).isDelivered)
    }

    @Test func whoeverHasThePasswordGetsIn() async throws {
        let server = try await MailServer("--tls", "--login", "kpid", "pass wörd")
        let trusting = server.certificate
        let right = try channel(port: server.port, .required, password: "pass wörd", trusting: trusting)
        #expect(await right.deliver(notice(), at: Samples.now).isDelivered)
        #expect(try server.mails.map(\.login) == ["kpid"])
        let wrong = try channel(port: server.port, .required, password: "letmein!", trusting: trusting)
        let refused = await wrong.deliver(notice(), at: Samples.now).said
        #expect(refused.hasPrefix("permanent: 127.0.0.1:\(server.port) answered 535 "), "\(refused)")
        #expect(!refused.contains("letmein!"))
        let none = try await channel(port: server.port, .required, trusting: trusting).deliver(
            notice(), at: Samples.now)
        #expect(none.said == "permanent: 127.0.0.1:\(server.port) answered 530 5.7.0 Authentication required")
    }

    @Test(arguments: [
        ("busy@example.cn", "temporary: SERVER answered 450 4.2.1 mailbox busy, try again later"),
        ("gone@example.cn", "permanent: SERVER answered 550 5.1.1 no such user here"),
        ("full@example.cn", "temporary: SERVER answered 452 4.3.1 insufficient system storage"),
        ("nobody", "permanent: 'nobody' is not a mail address"),
    ])
    func aRefusalIsForNowOrForGood(recipient: String, said: String) async throws {
        let server = try await MailServer()
        let delivery = try await channel(port: server.port).deliver(notice(to: recipient), at: Samples.now)
        #expect(delivery.said == said.replacing("SERVER", with: "127.0.0.1:\(server.port)"))
        #expect(try server.mails.isEmpty)
    }

    @Test func aServerThatIsGoneOrSilentIsWaitedFor() async throws {
        let port = Int(try Loopback.freePort())
        let gone = try await channel(port: port).deliver(notice(), at: Samples.now).said
        #expect(gone.hasPrefix("temporary: cannot reach 127.0.0.1:\(port): Failed to connect"), "\(gone)")
        // It takes the connection and waits for an HTTP request.
        let silent = try HTTPServer([.hang])
        defer { silent.stop() }
        let channel = try channel(port: Int(silent.port), timeout: .milliseconds(300))
        let said = await channel.deliver(notice(), at: Samples.now).said
        #expect(said.hasPrefix("temporary: cannot reach 127.0.0.1:\(silent.port): it took too long"), "\(said)")
    }
}
