internal import KPICore

/// What a server answered to a request.
struct HTTPAnswer: Sendable, Hashable {
    let status: Int
    /// Of the head, the first with the status.
    let lines: [String]
    let body: String

    /// The first header of a name, in lower case.
    subscript(header name: String) -> String? {
        lines.lazy.compactMap { line in
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == name else { return nil }
            return String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
        }.first
    }

    /// `HTTP 503`, and the beginning of what came with it.
    var summary: String {
        let said = body.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(160)
        return "HTTP \(status)" + (said.isEmpty ? "" : " \(said)")
    }

    /// 2xx is delivered. What says that it is not our fault, or not yet time, is temporary; all else is permanent.
    func delivery(from server: String, now: Instant) -> Delivery {
        switch status {
        case 200..<300: return .delivered(receipt: summary)
        case 408, 425, 429, 500...:
            let wait = self[header: "retry-after"].flatMap { RetryAfter.wait($0, now: now) }
            return .temporary(reason: refusal(of: server), retryAfter: wait)
        case 300..<400:
            let reason = refusal(of: server)
            return .permanent(
                reason: Label(
                    zh: "\(reason.zh)；不跟随重定向，请直接写最终地址",
                    en: "\(reason.en); redirections are not followed: write the address it leads to"))
        default: return .permanent(reason: refusal(of: server))
        }
    }

    private func refusal(of server: String) -> Label {
        Label(zh: "\(server) 答复 \(summary)", en: "\(server) answered \(summary)")
    }
}
