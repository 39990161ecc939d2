package import KPICore

extension ChannelSettings {
    /// The channel that they describe.
    package func channel(
        named name: String, secrets: SecretReader = SecretReader(),
        passing pass: @escaping @Sendable (FileStep) -> Void = { _ in }
    ) -> any Channel {
        switch self {
        case .file(let settings): FileChannel(name: name, settings, passing: pass)
        case .command(let settings): CommandChannel(name: name, settings)
        case .webhook(let settings): WebhookChannel(name: name, settings, secrets: secrets)
        case .alertmanager(let settings): AlertmanagerChannel(name: name, settings, secrets: secrets)
        case .mail(let settings): MailChannel(name: name, settings, secrets: secrets)
        case .wecom(let settings): BotChannel(name: name, WeComBot(), settings, secrets: secrets)
        case .dingtalk(let settings): BotChannel(name: name, DingTalkBot(), settings, secrets: secrets)
        case .feishu(let settings): BotChannel(name: name, FeishuBot(), settings, secrets: secrets)
        }
    }
}
