/// Who is told of what, over which channels, and when not. Without a word in the settings nobody is.
package struct NotificationPlan: Sendable, Hashable {
    /// By their names.
    package let channels: [String: ChannelSettings]
    /// In the order of the settings.
    package let recipients: [Recipient]
    package let routes: [Route]
    package let mutes: [MuteWindow]
    package let inhibitions: [Inhibition]
    /// How many working days before the end of a silence, of an acknowledgement or of maintenance people are reminded.
    package let remindBefore: Int

    package init(
        channels: [String: ChannelSettings] = [:], recipients: [Recipient] = [], routes: [Route] = [],
        mutes: [MuteWindow] = [], inhibitions: [Inhibition] = [], remindBefore: Int = 1
    ) {
        self.channels = channels
        self.recipients = recipients
        self.routes = routes
        self.mutes = mutes
        self.inhibitions = inhibitions
        self.remindBefore = remindBefore
    }

    /// Nobody is told of anything.
    package static let silent = NotificationPlan()

    /// Why nothing can be sent over a channel that the settings do not have.
    package func unknownChannel(_ name: String) -> ActRefusal {
        .unknown("channel", zh: "通道", name, in: channels.keys.sorted(), asAny: "channel")
    }

    /// Those to be told of an alert as it is, in the order of the settings, each once.
    package func recipients(of alert: AlertIdentity, severity: Severity, in catalog: Catalog) -> [Recipient] {
        let matching = routes.filter { $0.matchers.match(alert, severity: severity, in: catalog) }
        guard !matching.isEmpty else { return [] }
        let owners = Set(catalog[alert.target]?.owners ?? [])
        return recipients.filter { recipient in
            matching.contains { route in
                route.to.contains { addressee in
                    switch addressee {
                    case .recipient(let id): id == recipient.id
                    case .owner: recipient.owns.contains { owners.contains($0) }
                    }
                }
            }
        }
    }
}
