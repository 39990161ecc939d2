import Testing

@testable import KPICore

struct ChannelSettingsTests {
    private func complaints(_ settings: ChannelSettings) -> [String] { settings.complaints.map(\.description) }

    private func address(_ text: String) throws -> WebAddress { try #require(WebAddress(text), "\(text)") }

    @Test func whatIsRightIsNotComplainedOf() throws {
        let from = try #require(MailAddress("kpid@example.org", name: "科协 kpid"))
        let to = try #require(MailAddress("li.si+kpi@mail.example.cn"))
        let hook = try address("https://example.org/hook?x=1")
        let all: [ChannelSettings] = [
            .file(FileSettings(folder: "/srv/notices")), .file(FileSettings(folder: "notices/of-kpid")),
            .command(CommandSettings(argv: ["/usr/bin/logger", "-t", "kpi"])),
            .webhook(WebhookSettings(address: .written(hook), signing: .credential("hook-key"))),
            .webhook(WebhookSettings(address: .secret(.file("/etc/kpid/hook")))),
            .alertmanager(AlertmanagerSettings(address: try address("http://[::1]:9093"), labels: ["team": "科协"])),
            .mail(
                MailSettings(
                    host: "smtp.example.cn", login: .init(user: "kpid", password: .credential("smtp")), from: from,
                    to: [to])),
            .mail(MailSettings(host: "[::1]", port: 25, encryption: .none, from: from, to: [to])),
            .wecom(BotSettings(address: .credential("wecom"))),
            .dingtalk(BotSettings(address: .file("/k"), signing: .file("/s"))),
            .feishu(BotSettings(address: .file("/k"))),
        ]
        for settings in all { #expect(complaints(settings) == []) }
        #expect(Set(all.map(\.kind)) == Set(ChannelSettings.Kind.allCases))
    }

    @Test func aMistakeIsNamedWithItsKey() throws {
        for folder in ["", "../notices", "a/../../b", "./notices", "notices/"] {
            #expect(complaints(.file(FileSettings(folder: folder))).count == 1, "\(folder)")
        }
        #expect(
            complaints(.file(FileSettings(folder: "inbox/notices"))) == [
                "folder: 'inbox' is where reports go: choose another, such as notices"
            ])
        #expect(
            complaints(.command(CommandSettings(argv: ["logger"], timeout: .zero))) == [
                "run: 'logger' must be the absolute path of a program; for a shell: [/bin/sh, -c, \"…\"]",
                "timeout: must be between 1s and 10m",
            ])
        #expect(complaints(.command(CommandSettings(argv: []))).count == 1)
        #expect(
            complaints(.wecom(BotSettings(address: .credential("a/b"), signing: .file("/s")))) == [
                "address: 'a/b' must be the name of a credential, without a slash",
                "signing: WeCom's bots take no signature: leave it out",
            ])
        let alertmanager = AlertmanagerSettings(
            address: try address("http://a/?q"), labels: ["severity": "x", "1st": "y"], repeatEvery: .seconds(60),
            lapseAfter: .seconds(90), connection: ConnectionSettings(timeout: .seconds(600), authorities: "ca.pem"))
        #expect(
            complaints(.alertmanager(alertmanager)).map { String($0.prefix { $0 != ":" }) } == [
                "connection.timeout", "connection.authorities", "address", "labels.1st", "labels.severity",
                "lapse_after",
            ])
    }

    @Test func aFolderIsMeantFromTheStateDirectory() {
        #expect(FileSettings(folder: "notices").folder(in: "/var/lib/kpid") == "/var/lib/kpid/notices")
        #expect(FileSettings(folder: "/srv/notices").folder(in: "/var/lib/kpid") == "/srv/notices")
        #expect(FileSettings(folder: "notices").isOwn && !FileSettings(folder: "/srv/notices").isOwn)
    }

    @Test func mailIsHeldToWhatServersTake() throws {
        let from = try #require(MailAddress("kpid@example.org"))
        let login = MailSettings.Login(user: "", password: .file("relative"))
        let settings = MailSettings(
            host: "mail?x", encryption: .optional, login: login, from: from, to: [from, from],
            connection: ConnectionSettings(proxy: try address("http://proxy:3128")))
        #expect(
            complaints(.mail(settings)).map { String($0.prefix { $0 != ":" }) } == [
                "host", "connection.proxy", "to.1", "login.user", "login.password", "encryption",
            ])
        let clear = settings.complaints.filter(\.isWarning)
        #expect(clear.map(\.field) == ["encryption"], "it can run, and says what it does")
        #expect(complaints(.mail(MailSettings(host: "m", from: from))) == [], "whom it goes to, recipients say")
        #expect(MailSettings(host: "m", from: from, to: []).port == 587)
        #expect(MailSettings(host: "m", encryption: .implicit, from: from, to: []).port == 465)
    }

    @Test(arguments: [
        "", "a", "@b.cn", "a@", "a@b@c", "a b@c.cn", "a@b..cn", "a@-b.cn", ".a@b.cn", "李@b.cn", "a@b.cn\r\nBcc: x@y.cn",
    ])
    func whatIsNoMailAddressIsNone(text: String) {
        #expect(MailAddress(text) == nil)
        #expect(MailAddress("a@b.cn", name: "x\r\nBcc: y") == nil)
    }

    @Test(arguments: [
        "", "example.org", "ftp://example.org", "https://", "https:///x", "https://user:word@example.org/",
        "https://example.org:0/", "https://example.org:99999/", "https://例.cn/", "https://a b/", "https://a/\n",
        "https://a/#x", "http://[::1", "http://[]/", "http://[::1]x/",
    ])
    func whatIsNoWebAddressIsNone(text: String) {
        #expect(WebAddress(text) == nil)
    }

    @Test func anAddressShowsItselfWithoutItsKey() throws {
        let address = try address("https://example.org:8443/hook?key=0123456789")
        var dumped = ""
        dump(address, to: &dumped)
        for shown in ["\(address)", dumped, "\(Optional(address) as Any)", String(reflecting: address)] {
            #expect(shown.contains("https://example.org:8443"))
            #expect(!shown.contains("0123456789"), "\(shown)")
        }
        #expect("\(try self.address("http://a/"))" == "http://a")
    }

    @Test func onlyMailHasReceiversOfItsOwn() throws {
        let from = try #require(MailAddress("kpid@example.org"))
        let to = try #require(MailAddress("li@example.org"))
        #expect(ChannelSettings.mail(MailSettings(host: "m", from: from, to: [to])).recipients == ["li@example.org"])
        #expect(ChannelSettings.file(FileSettings(folder: "/")).recipients == [""])
        let alertmanager = ChannelSettings.alertmanager(AlertmanagerSettings(address: try address("http://a")))
        #expect(NoticeEvent.allCases.filter { !alertmanager.takes($0) } == [.suppressionEnding, .digest, .undelivered])
        #expect(ChannelSettings.wecom(BotSettings(address: .file("/k"))).rateLimit?.count == 20)
        #expect(alertmanager.rateLimit == nil)
    }
}
