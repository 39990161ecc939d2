import KPICore
import KPIEngine

/// Tries a channel, with a notice that says so.
struct ChannelTest {
    let plan: NotificationPlan
    let timetable: Timetable
    let directory: StateDirectory

    /// To everybody who is told over it. Nil where no channel has that name; the first refusal where anybody was refused.
    func send(over name: String, at now: Instant) async -> Delivery? {
        guard let settings = plan.channels[name] else { return nil }
        let channel = settings.port(named: name, in: directory)
        let recipients = plan.recipients.filter { $0.channel == name }
        let addresses = recipients.isEmpty ? [("", Language.en)] : recipients.map { ($0.address, $0.language) }
        var receipt = Delivery.delivered(receipt: "")
        for (address, language) in addresses {
            receipt = await channel.deliver(notice(over: name, to: address, language, at: now), now)
            if !receipt.isDelivered { return receipt }
        }
        return receipt
    }

    private func notice(over channel: String, to address: String, _ language: Language, at now: Instant) -> Notice {
        Notice(
            // Each test is another notice, also to a receiver that takes none twice.
            key: NoticeKey(
                subject: "test", episode: 1, sequence: Int(now.milliseconds), channel: channel, recipient: address),
            event: .test, severity: .info, language: language, at: Stamp(now, in: timetable.zone),
            words: Notice.Words(
                title: Label(zh: "kpid 通道测试", en: "a test by kpid"),
                message: Label(zh: "通道“\(channel)”可用。", en: "The channel '\(channel)' works.")))
    }
}
