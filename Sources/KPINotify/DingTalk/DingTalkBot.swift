internal import KPICore

/// Bots of DingTalk (钉钉): markdown in a body of at most 20,000 bytes, signed in the address.
struct DingTalkBot: BotService {
    /// Half of what the body may have: as JSON, a text may become twice as long.
    private static let limit = 9_500

    func message(_ notice: Notice, signing: Secret?, at now: Instant) -> BotMessage {
        let text = NoticeText(notice)
        let lines = ["### " + Markdown.parted(text.subject)] + Markdown.lines(text, Markdown.parted)
        let content = Shortening.fit(lines, within: Self.limit, separator: "\n\n", notice.language)
        return BotMessage(
            query: signing.map { signature($0, at: now) } ?? "",
            body: .object([
                JSON.Member("msgtype", .string("markdown")),
                JSON.Member(
                    "markdown",
                    .object([
                        JSON.Member("title", .string(Shortening.fit([text.subject], within: 200, notice.language))),
                        JSON.Member("text", .string(content)),
                    ])),
            ]))
    }

    func verdict(_ code: Int) -> BotVerdict? {
        switch code {
        // More than 20 in a minute: it shuts the sender out for ten.
        case 130101: .busy(.seconds(600))
        case -1, 410100, 660026: .busy(nil)
        // The message failed the bot's checks (a keyword, the signature, the sender's address), or has wrong
        // parameters, links or words; the token is unknown, the bot stopped, the group dissolved.
        case 310000, 300001, 300005, 40035, 43004, 400013, 400101, 400102, 400105, 400106, 430101...430104: .refused
        default: nil
        }
    }

    /// The service takes it within an hour of the timestamp.
    private func signature(_ key: Secret, at now: Instant) -> String {
        let stamp = String(now.milliseconds)
        let code = SHA256.code(of: Array("\(stamp)\n\(key.revealed)".utf8), key: key.revealed)
        return "&timestamp=\(stamp)&sign=\(PercentEncoding.encode(Base64.encode(code)))"
    }
}
