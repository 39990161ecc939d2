import KPICore
import TestServers

/// What a receiver heard that takes no key twice: of each alert what happened, in the order in which it came.
struct Heard {
    private(set) var keys: [String] = []
    private var events: [String: [String]] = [:]

    /// What was said of an alert, by its identity.
    subscript(_ alert: String) -> [String] { events[alert] ?? [] }

    private mutating func take(_ key: String, _ alert: String, _ event: String) {
        guard !keys.contains(key) else { return }
        keys.append(key)
        events[alert, default: []].append(event)
    }

    init(_ requests: [HTTPServer.Request]) throws {
        for request in requests {
            let notice = try Json(request.body)
            guard let key = notice["key"]?["text"]?.text, let subject = notice["key"]?["subject"]?.text,
                let event = notice["event"]?.text, request.headers["idempotency-key"] == key
            else { throw Failure("no notice: \(request.body)") }
            take(key, subject, event)
        }
    }

    /// A mail says what happened in words; the key says of what, and which time.
    init(_ mails: [MailServer.Mail]) throws {
        for mail in mails {
            guard let key = mail.headers["X-Kpid-Key"], let end = key.firstIndex(of: "#"),
                let sequence = key[end...].dropFirst().prefix(while: { $0 != "@" }).split(separator: ".").last
            else { throw Failure("no notice: \(mail.data)") }
            take(key, String(key[..<end]), String(sequence))
        }
    }
}
