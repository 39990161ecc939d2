internal import KPICore

/// What a bot's service answered: it says in the body, under one name or another, how it went.
struct BotAnswer {
    private let answer: HTTPAnswer
    private let code: Int?
    private let words: String

    init(_ answer: HTTPAnswer) {
        self.answer = answer
        let body = JSON(parsing: answer.body)
        code = ["errcode", "code", "StatusCode"].lazy.compactMap { body?[$0]?.double }.first.flatMap {
            Int(exactly: $0)
        }
        words = ["errmsg", "msg", "StatusMessage"].lazy.compactMap { body?[$0]?.text }.first ?? ""
    }

    func delivery(by service: any BotService, from server: String, now: Instant) -> Delivery {
        let general = answer.delivery(from: server, now: now)
        guard let code else {
            // A page of some gateway in between, with a status that says all is well.
            return general.isDelivered ? .temporary(reason: refusal(of: server, answer.summary)) : general
        }
        if code == 0 { return general.isDelivered ? .delivered(receipt: "0 \(words)") : general }
        let reason = refusal(of: server, "\(code) \(words)")
        switch service.verdict(code) {
        case .busy(let wait): return .temporary(reason: reason, retryAfter: wait ?? reset)
        case .refused: return .permanent(reason: reason)
        case nil: return .temporary(reason: reason)
        }
    }

    /// For how long the service counts, where it says so.
    private var reset: Duration? {
        (answer[header: "retry-after"] ?? answer[header: "x-ogw-ratelimit-reset"]).flatMap { text in
            Int(text).flatMap { $0 >= 0 && $0 <= 86_400 ? .seconds($0) : nil }
        }
    }

    private func refusal(of server: String, _ said: String) -> Label {
        Label(zh: "\(server) 答复 \(said)", en: "\(server) answered \(said)")
    }
}
