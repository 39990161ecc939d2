import Diagnostics
import KPICore
import Testing

@testable import KPIConfiguration

/// Who is told of what, as a right `notify.yaml` says it.
struct NotificationTests {
    private static let depot = Result { try Depot().load() }

    private func plan() throws -> NotificationPlan {
        let (configuration, diagnostics) = try Self.depot.get()
        #expect(diagnostics.map(\.message) == [])
        return try #require(configuration).notifications
    }

    private func recipient(_ id: RecipientID) throws -> Recipient {
        try #require(plan().recipients.first { $0.id == id })
    }

    private func time(_ text: String) -> KPICore.TimeOfDay? { KPICore.TimeOfDay(text) }

    @Test func channels() throws {
        let channels = try plan().channels
        #expect(channels.keys.sorted() == ["am", "bell", "box", "group", "hook", "post"])
        #expect(channels["box"] == .file(FileSettings(folder: "notices")))
        #expect(channels["bell"] == .command(CommandSettings(argv: ["/usr/bin/ring", "-n", "3"])))
        #expect(channels["group"] == .wecom(BotSettings(address: .file("/etc/kpid/wecom"))))
        let hook = try #require(WebAddress("http://127.0.0.1:8080/hook?x=1"))
        #expect(
            channels["hook"] == .webhook(WebhookSettings(address: .written(hook), signing: .file("/etc/kpid/hook"))))
        let from = try #require(MailAddress("depot@example.org", name: "Depot"))
        let mail = MailSettings(
            host: "smtp.example.org", login: .init(user: "depot", password: .credential("smtp")), from: from,
            connection: ConnectionSettings(timeout: .seconds(20)))
        #expect(channels["post"] == .mail(mail) && mail.port == 587 && mail.encryption == .required)
        let alertmanager = AlertmanagerSettings(
            address: try #require(WebAddress("http://am.example.org:9093")), labels: ["team": "depot"],
            repeatEvery: .seconds(120))
        #expect(channels["am"] == .alertmanager(alertmanager))
    }

    @Test func recipients() throws {
        let all = try plan().recipients
        #expect(all.map(\.id) == ["archive", "meyer", "halls", "bell", "hook", "watch"])
        let meyer = try recipient("meyer")
        #expect(meyer.label == Label(zh: "迈尔", en: "A. Meyer") && meyer.language == .zh)
        #expect(meyer.address == "meyer@example.org" && meyer.owns == ["A. Meyer"])
        let afternoon = try #require(time("16:00"))
        #expect(
            meyer.pace
                == Recipient.Pace(
                    wait: 300, repeatAfter: .workingDays(3), isGrouped: true,
                    digest: Digest(.weekly(.fri), at: afternoon), atOnce: .critical))
        let halls = try recipient("halls")
        #expect(halls.label == Label("halls") && halls.language == .en, "as kpid.yaml has it")
        #expect(halls.pace.wait == 600 && !halls.pace.tellsEnds && halls.pace.digest?.rhythm == .periodEnd)
        #expect(try recipient("archive").pace == Recipient.Pace(), "a program is told at once, of one thing each")
        #expect(try recipient("hook").pace.isGrouped)
    }

    @Test func routesFindWhoIsToBeTold() throws {
        let configuration = try #require(Self.depot.get().configuration)
        let catalog = configuration.catalog
        func told(_ rule: RuleID, _ target: TargetID, _ unit: UnitID, _ severity: Severity, _ scope: String = "")
            -> [RecipientID]
        {
            let alert = AlertIdentity(rule: rule, target: target, unit: unit, scope: scope)
            return configuration.notifications.recipients(of: alert, severity: severity, in: catalog).map(\.id)
        }
        #expect(told("behind", "crates", "south", .critical) == ["archive", "halls", "hook", "watch"])
        #expect(told("behind", "heavy", "south", .warning) == ["archive", "meyer", "halls", "hook", "watch"])
        #expect(told("behind", "heavy", "south", .info) == ["archive", "hook", "watch"])
        #expect(told("met", "heavy", "north", .critical) == ["archive", "hook", "watch"])
        #expect(told("met", "heavy", "depot", .info, "plan") == ["archive", "bell", "hook", "watch"])
    }

    @Test func quietTimesAndInhibitions() throws {
        let plan = try plan()
        let (from, to) = (try #require(time("06:00")), try #require(time("18:00")))
        let hours = try #require(MuteWindow.Hours(from: from, to: to))
        let info = Matchers([Matchers.Matcher(.severity, ["info"])])
        #expect(
            plan.mutes == [
                MuteWindow(id: "nights", label: Label("Nights"), matchers: info, hours: hours),
                MuteWindow(id: "days-off", label: Label("days-off")),
            ])
        #expect(
            plan.inhibitions == [
                Inhibition(
                    id: "met-first", while: Matchers([Matchers.Matcher(.rule, ["met"])]),
                    mutes: Matchers([Matchers.Matcher(.rule, ["behind"])]), same: [.target])
            ])
        #expect(plan.remindBefore == 2)
    }

    @Test func whatIsLeftOutHasADefault() throws {
        let files = try Depot()
        try files.write(
            "inhibit: [{id: a, while: {rule: met}, mutes: {rule: behind}}]\nquiet:\n", to: "config/notify.yaml")
        let plan = try #require(files.load().configuration?.notifications)
        #expect(plan.inhibitions.map(\.same) == [[.unit, .target]] && plan.remindBefore == 1)
        #expect(plan.channels.isEmpty && plan.recipients.isEmpty && plan.routes.isEmpty && plan.mutes.isEmpty)
    }

    @Test(arguments: ["", "# nobody yet\n"])
    func aFileThatSaysNothingTellsNobody(text: String) throws {
        let files = try Depot()
        try files.write(text, to: "config/notify.yaml")
        let (configuration, diagnostics) = files.load()
        #expect(configuration?.notifications == .silent && diagnostics.isEmpty)
        try files.remove("config/notify.yaml")
        #expect(files.load().configuration?.notifications == .silent)
    }

    /// What may be a key is in no message, whatever is wrong with it.
    @Test func noMessageRepeatsASecret() throws {
        let files = try Depot()
        try files.replace("{credential: smtp}", with: "hunter2", in: "config/notify.yaml")
        try files.replace("http://127.0.0.1:8080/hook?x=1", with: "127.0.0.1/hunter2", in: "config/notify.yaml")
        let told = files.load().diagnostics
        #expect(told.count == 2)
        for diagnostic in told {
            #expect(!"\(diagnostic.message) \(diagnostic.label) \(diagnostic.notes)".contains("hunter2"))
        }
    }
}
