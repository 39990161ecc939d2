internal import KPICore

/// Takes secrets out of what a server or a library says, since some repeat what they were sent.
struct Redaction: Sendable {
    private let words: [String]

    /// For where no secret can be.
    static let none = Redaction([])

    /// Of an address with a key in it, the parts count by themselves too: a server tells of the key, and not of the
    /// address.
    init(_ secrets: [Secret]) {
        let texts = secrets.flatMap { secret in
            [secret.revealed, PercentEncoding.encode(secret.revealed)] + Self.parts(of: secret.revealed)
        }
        words = Set(texts).filter { $0.utf8.count >= 4 }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    /// On one line, and no longer than is read.
    func line(_ text: String, limit: Int = 300) -> String {
        let clean = words.reduce(text) { text, word in
            text.split(separator: word, omittingEmptySubsequences: false).joined(separator: Secret.shown)
        }
        let line = clean.split { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.value < 0x20 } }
            .joined(separator: " ")
        return line.count > limit ? line.prefix(limit - 1) + "…" : line
    }

    func line(_ label: Label) -> Label { Label(zh: line(label.zh), en: line(label.en)) }

    func line(_ delivery: Delivery) -> Delivery {
        switch delivery {
        case .delivered(let receipt): .delivered(receipt: line(receipt))
        case .temporary(let reason, let wait): .temporary(reason: line(reason), retryAfter: wait)
        case .permanent(let reason): .permanent(reason: line(reason))
        }
    }

    private static func parts(of text: String) -> [String] {
        guard let address = WebAddress(text) else { return [] }
        let rest = text.dropFirst(address.origin.count)
        return rest.split { "/?&=".contains($0) }.filter { $0.utf8.count >= 8 }.map(String.init)
    }
}
