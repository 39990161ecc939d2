internal import KPICore

/// A notice as a mail (RFC 5322).
struct MailMessage: Sendable {
    let notice: Notice
    let from: MailAddress
    let to: MailAddress

    /// With CR and LF at the ends of lines, as it goes over the wire.
    var bytes: [UInt8] { Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8) }

    /// The same for the same key, so that a server or a reader that has the mail knows it again.
    private var id: String { Self.id(notice.key.text, at: from.domain) }

    /// The mails of an episode answer one that was never sent, and so stand together.
    private var thread: String { Self.id(notice.key.episodeText, at: from.domain) }

    private static func id(_ text: String, at domain: String) -> String {
        "<\(Hexadecimal.encode(SHA256.digest(text).prefix(16)))@\(domain)>"
    }

    private var head: [String] {
        let text = NoticeText(notice)
        let threading = notice.alert == nil ? [] : ["In-Reply-To: \(thread)", "References: \(thread)"]
        let date = MailDate.text(notice.at).map { ["Date: \($0)"] } ?? []
        return date + [
            "From: \(MailHeader.address(from))", "To: \(MailHeader.address(to))",
            "Subject: \(MailHeader.text(text.subject))", "Message-ID: \(id)",
        ] + threading + [
            // Keeps answering machines from answering (RFC 3834).
            "Auto-Submitted: auto-generated", "Content-Language: \(notice.language.rawValue)",
            "X-Kpid-Key: \(MailHeader.text(notice.key.text))", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
        ]
    }

    private var body: String {
        let lines = NoticeText(notice).plain.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var rest = Base64.encode(Array(lines.joined(separator: "\r\n").utf8) + Array("\r\n".utf8))[...]
        var encoded = ""
        while !rest.isEmpty {
            encoded += rest.prefix(76) + "\r\n"
            rest = rest.dropFirst(76)
        }
        return encoded
    }
}
