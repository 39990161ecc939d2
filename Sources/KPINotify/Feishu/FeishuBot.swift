internal import KPICore

/// Bots of Feishu (飞书, Lark): a card in a body of at most 20 KB, signed in the body.
struct FeishuBot: BotService {
    /// Half of what the body may have: as JSON, a text may become twice as long.
    private static let limit = 9_500

    func message(_ notice: Notice, signing: Secret?, at now: Instant) -> BotMessage {
        let text = NoticeText(notice)
        let content = Shortening.fit(
            Markdown.lines(text, Markdown.escaped), within: Self.limit, notice.language)
        let title: JSON = .object([
            JSON.Member("tag", .string("plain_text")),
            JSON.Member("content", .string(Shortening.fit([text.subject], within: 500, notice.language))),
        ])
        let card: JSON = .object([
            JSON.Member("config", .object([JSON.Member("wide_screen_mode", .bool(true))])),
            JSON.Member(
                "header", .object([JSON.Member("template", .string(colour(notice))), JSON.Member("title", title)])),
            JSON.Member(
                "elements",
                .array([
                    .object([JSON.Member("tag", .string("markdown")), JSON.Member("content", .string(content))])
                ])),
        ])
        return BotMessage(
            body: .object(
                (signing.map { signature($0, at: now) } ?? []) + [
                    JSON.Member("msg_type", .string("interactive")), JSON.Member("card", card),
                ]))
    }

    func verdict(_ code: Int) -> BotVerdict? {
        switch code {
        // Too many calls, of this bot or of all.
        case 11232, 99991400: .busy(nil)
        // A body that is not understood, a wrong token, a wrong signature or one too old, a sender's address or a text
        // that the bot does not take.
        case 9499, 19001, 19002, 19021, 19022, 19024: .refused
        default: nil
        }
    }

    /// The service takes it within an hour of the timestamp. What is signed is nothing, with a key made of all.
    private func signature(_ key: Secret, at now: Instant) -> [JSON.Member] {
        let stamp = String(now.seconds)
        let code = SHA256.code(of: [], key: "\(stamp)\n\(key.revealed)")
        return [JSON.Member("timestamp", .string(stamp)), JSON.Member("sign", .string(Base64.encode(code)))]
    }

    private func colour(_ notice: Notice) -> String {
        if notice.isOver { return "green" }
        guard notice.event.isOfAlert else { return "grey" }
        return switch notice.severity {
        case .critical: "red"
        case .warning: "orange"
        case .info: "blue"
        }
    }
}
