internal import KPICore

/// Bots of WeCom (企业微信): markdown of at most 4096 bytes, with three colours and no signature.
struct WeComBot: BotService {
    private static let limit = 4096

    func message(_ notice: Notice, signing: Secret?, at now: Instant) -> BotMessage {
        let text = NoticeText(notice)
        let subject = "**<font color=\"\(colour(notice))\">\(Markdown.parted(text.subject))</font>**"
        let content = Shortening.fit(
            [subject] + Markdown.lines(text, Markdown.parted), within: Self.limit, notice.language)
        return BotMessage(
            body: .object([
                JSON.Member("msgtype", .string("markdown")),
                JSON.Member("markdown", .object([JSON.Member("content", .string(content))])),
            ]))
    }

    func verdict(_ code: Int) -> BotVerdict? {
        switch code {
        // The system is busy, too many calls, too many at once.
        case -1, 45009, 45033: .busy(nil)
        // A wrong type, an empty or too long message, wrong parameters, a wrong key, a bot that is gone or stopped.
        case 40008, 40058, 44004, 45002, 93000, 93004, 93008: .refused
        default: nil
        }
    }

    private func colour(_ notice: Notice) -> String {
        if notice.isOver { return "info" }
        guard notice.event.isOfAlert else { return "comment" }
        return notice.severity == .info ? "comment" : "warning"
    }
}
