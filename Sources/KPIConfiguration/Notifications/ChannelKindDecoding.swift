import Diagnostics
import KPICore
import YAML

extension Shape where Value == ChannelSettings {
    /// What belongs to a kind of channel, with every complaint about it told where it stands.
    static func settings(of kind: ChannelSettings.Kind) -> Shape {
        let shape = written(kind)
        return Shape(shape.wanted) { field in
            guard let settings = shape.read(field) else { return nil }
            for complaint in settings.complaints {
                let isOwnSentence = !(complaint.message.first?.isLowercase ?? false)
                field.collector.report(
                    "bad-channel", "'\(complaint.field)'\(isOwnSentence ? ":" : "") \(complaint.message)",
                    severity: complaint.isWarning ? .warning : .error, at: field.node.place(of: complaint.field))
            }
            return settings
        }
    }

    private static func written(_ kind: ChannelSettings.Kind) -> Shape {
        switch kind {
        case .file: Shape<FileSettings>.file.map { .file($0) }
        case .command: Shape<CommandSettings>.command.map { .command($0) }
        case .webhook: Shape<WebhookSettings>.webhook.map { .webhook($0) }
        case .alertmanager: Shape<AlertmanagerSettings>.alertmanager.map { .alertmanager($0) }
        case .mail: Shape<MailSettings>.mail.map { .mail($0) }
        case .wecom: Shape<BotSettings>.bot.map { .wecom($0) }
        case .dingtalk: Shape<BotSettings>.bot.map { .dingtalk($0) }
        case .feishu: Shape<BotSettings>.bot.map { .feishu($0) }
        }
    }
}

extension Shape where Value == FileSettings {
    fileprivate static var file: Shape {
        .mapping("a folder") { file in file.required("folder", .text).map { FileSettings(folder: $0) } }
    }
}

extension Shape where Value == CommandSettings {
    fileprivate static var command: Shape {
        .mapping("a program") { command in
            let run = command.required("run", .oneOrMore(of: .text))
            let timeout = command.optional("timeout", .duration)
            guard let run else { return nil }
            return timeout.map { CommandSettings(argv: run, timeout: $0) } ?? CommandSettings(argv: run)
        }
    }
}

extension Shape where Value == WebhookSettings {
    fileprivate static var webhook: Shape {
        .mapping("a webhook") { webhook in
            let address = webhook.required("address", .hookAddress)
            let signing = webhook.optional("signing", .secret)
            let authorization = webhook.optional("authorization", .secret)
            let connection = webhook.optional("connection", .connection, default: ConnectionSettings())
            guard let address else { return nil }
            return WebhookSettings(
                address: address, signing: signing, authorization: authorization, connection: connection)
        }
    }
}

extension Shape where Value == WebhookSettings.Address {
    /// The address itself, or where it is kept when there is a key in it.
    fileprivate static var hookAddress: Shape {
        Shape("\(Shape<WebAddress>.webAddress.wanted), or \(Shape<SecretSource>.secret.wanted)") { field in
            if case .mapping = field.node.kind { return Shape<SecretSource>.secret.read(field).map { .secret($0) } }
            return Shape<WebAddress>.webAddress.read(field).map { .written($0) }
        }
    }
}

extension Shape where Value == AlertmanagerSettings {
    fileprivate static var alertmanager: Shape {
        .mapping("an Alertmanager") { alertmanager in
            let address = alertmanager.required("address", .webAddress)
            let labels = alertmanager.optional("labels", .mapping(from: .text, to: .text), default: [])
            let repeatEvery = alertmanager.optional("repeat_every", .duration, default: .seconds(60))
            let lapseAfter = alertmanager.optional("lapse_after", .duration, default: .seconds(86_400))
            let authorization = alertmanager.optional("authorization", .secret)
            let connection = alertmanager.optional("connection", .connection, default: ConnectionSettings())
            guard let address else { return nil }
            return AlertmanagerSettings(
                address: address, labels: Dictionary(labels.map { ($0.key, $0.value) }) { first, _ in first },
                repeatEvery: repeatEvery, lapseAfter: lapseAfter, authorization: authorization,
                connection: connection)
        }
    }
}

extension Shape where Value == BotSettings {
    fileprivate static var bot: Shape {
        .mapping("a bot") { bot in
            let address = bot.required("address", .secret)
            let signing = bot.optional("signing", .secret)
            let connection = bot.optional("connection", .connection, default: ConnectionSettings())
            return address.map { BotSettings(address: $0, signing: signing, connection: connection) }
        }
    }
}

extension YAMLNode {
    /// Where the value stands to which a path such as `connection.timeout` leads, as far as it does. A label that is
    /// complained of is wrong by its name.
    fileprivate func place(of path: String) -> Place {
        guard case .mapping(let entries, _) = kind else { return place }
        if let entry = entries.first(where: { $0.key == path }) { return entry.value.place }
        let head = String(path.prefix { $0 != "." })
        guard let entry = entries.first(where: { $0.key == head }) else { return place }
        let rest = String(path.dropFirst(head.count + 1))
        if head == "labels", case .mapping(let labels, _) = entry.value.kind {
            return labels.first { $0.key == rest }?.keyPlace ?? entry.value.place
        }
        return entry.value.place(of: rest)
    }
}
