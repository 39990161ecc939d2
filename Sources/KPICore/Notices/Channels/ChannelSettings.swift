/// A way by which notices reach their receivers, as the settings describe it.
package enum ChannelSettings: Sendable, Hashable {
    case file(FileSettings)
    case command(CommandSettings)
    case webhook(WebhookSettings)
    case alertmanager(AlertmanagerSettings)
    case mail(MailSettings)
    case wecom(BotSettings)
    case dingtalk(BotSettings)
    case feishu(BotSettings)

    /// The words of the settings.
    package enum Kind: String, Sendable, CaseIterable {
        case file, command, webhook, alertmanager, mail, wecom, dingtalk, feishu

        /// Whether people read what comes this way, rather than programs: people want to be told seldom, and of
        /// several things together.
        package var isReadByPeople: Bool {
            switch self {
            case .mail, .wecom, .dingtalk, .feishu: true
            case .file, .command, .webhook, .alertmanager: false
            }
        }
    }

    package var kind: Kind {
        switch self {
        case .file: .file
        case .command: .command
        case .webhook: .webhook
        case .alertmanager: .alertmanager
        case .mail: .mail
        case .wecom: .wecom
        case .dingtalk: .dingtalk
        case .feishu: .feishu
        }
    }

    /// All that is wrong with them, and what is hardly meant. Whether files are there and what secrets hold is not
    /// looked at: that may be put right without touching the settings.
    package var complaints: [SettingsComplaint] {
        switch self {
        case .file(let settings): return settings.complaints
        case .command(let settings): return settings.complaints
        case .webhook(let settings): return settings.complaints
        case .alertmanager(let settings): return settings.complaints
        case .mail(let settings): return settings.complaints
        case .dingtalk(let settings), .feishu(let settings): return settings.complaints
        case .wecom(let settings):
            let unsigned = SettingsComplaint("signing", "WeCom's bots take no signature: leave it out")
            return settings.complaints + (settings.signing == nil ? [] : [unsigned])
        }
    }

    /// Who is told: each gets notices of its own, with its name in the key. A single empty name where the channel has
    /// one receiver.
    package var recipients: [String] {
        if case .mail(let settings) = self { settings.to.map(\.text) } else { [""] }
    }

    /// How often the receiver may be spoken to; nil: as often as there is something to say.
    package var rateLimit: RateLimit? {
        switch self {
        case .wecom, .dingtalk, .feishu: .bot
        case .file, .command, .webhook, .alertmanager, .mail: nil
        }
    }

    /// Whether a notice of an event can be sent this way. An Alertmanager keeps alerts, and nothing else.
    package func takes(_ event: NoticeEvent) -> Bool {
        kind != .alertmanager || event.isOfAlert || event == .test
    }
}
