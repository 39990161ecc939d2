internal import CCurl
package import KPICore

/// Sends each notice as a mail to the address in its key.
package struct MailChannel: Channel {
    package let name: String
    private let settings: MailSettings
    private let secrets: SecretReader
    private let queue: ChannelQueue

    package init(name: String, _ settings: MailSettings, secrets: SecretReader) {
        self.name = name
        self.settings = settings
        self.secrets = secrets
        queue = ChannelQueue(name)
    }

    package func deliver(_ notice: Notice, at now: Instant) async -> Delivery {
        let recipient = notice.key.recipient
        guard let to = settings.to.first(where: { $0.text == recipient }) ?? MailAddress(recipient) else {
            return .permanent(
                reason: Label(zh: "“\(recipient)”不是邮件地址", en: "'\(recipient)' is not a mail address"))
        }
        let message = MailMessage(notice: notice, from: settings.from, to: to)
        do throws(SecretError) {
            let password = try settings.login.map { login throws(SecretError) in try secrets.read(login.password) }
            let delivery = await queue.run { send(message, password, $0) }
            return Redaction([password].compactMap { $0 }).line(delivery)
        } catch {
            return .temporary(reason: error.label)
        }
    }

    private var server: String { "\(settings.host):\(settings.port)" }

    private func send(_ message: MailMessage, _ password: Secret?, _ cancellation: Cancellation) -> Delivery {
        let bytes = message.bytes
        let exchange = Exchange(sending: bytes, cancellation)
        do throws(TransferTrouble) {
            let transfer = try Transfer(exchange, over: settings.connection)
            try address(transfer, password)
            try transfer.set(CURLOPT_MAIL_FROM, "<\(message.from.text)>")
            try transfer.set(CURLOPT_MAIL_RCPT, ["<\(message.to.text)>"])
            try transfer.set(CURLOPT_UPLOAD, 1)
            try transfer.set(CURLOPT_INFILESIZE_LARGE, size: bytes.count)
            do throws(TransferTrouble) {
                try transfer.make()
                return .delivered(receipt: exchange.lines.last { $0.hasPrefix("250") } ?? "")
            } catch {
                return refusal(transfer.status, exchange.lines) ?? error.delivery(to: server)
            }
        } catch {
            return error.delivery(to: server)
        }
    }

    private func address(_ transfer: Transfer, _ password: Secret?) throws(TransferTrouble) {
        let encryption =
            switch settings.encryption {
            case .required: CURLUSESSL_ALL
            case .optional: CURLUSESSL_TRY
            case .implicit, .none: CURLUSESSL_NONE
            }
        try transfer.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        try transfer.set(CURLOPT_URL, (settings.encryption == .implicit ? "smtps://" : "smtp://") + server)
        try transfer.set(CURLOPT_USE_SSL, Int(encryption.rawValue))
        if let login = settings.login, let password {
            try transfer.set(CURLOPT_USERNAME, login.user)
            try transfer.set(CURLOPT_PASSWORD, password.revealed)
        }
    }

    /// What the server's last status means (RFC 5321, 4.2.1); nil when it was no refusal. The farewell comes after it.
    private func refusal(_ status: Int, _ replies: [String]) -> Delivery? {
        let reply = replies.last { $0.hasPrefix("\(status)") } ?? "\(status)"
        let reason = Label(zh: "\(server) 答复 \(reply)", en: "\(server) answered \(reply)")
        switch status {
        case 400..<500: return .temporary(reason: reason)
        case 500..<600: return .permanent(reason: reason)
        default: return nil
        }
    }
}
