package import KPICore

/// Posts each notice as JSON. The headers `Idempotency-Key` and, where there is a key to sign with, `Kpid-Timestamp`
/// and `Kpid-Signature: sha256=…` come with it: the HMAC-SHA256 of the timestamp, a full stop and the body, in
/// hexadecimal.
package struct WebhookChannel: Channel {
    package let name: String
    private let settings: WebhookSettings
    private let secrets: SecretReader
    private let post: HTTPPost

    package init(name: String, _ settings: WebhookSettings, secrets: SecretReader) {
        self.name = name
        self.settings = settings
        self.secrets = secrets
        post = HTTPPost(queue: ChannelQueue(name))
    }

    package func deliver(_ notice: Notice, at now: Instant) async -> Delivery {
        do throws(SecretError) {
            var hidden: [Secret] = []
            let address: WebAddress
            switch settings.address {
            case .written(let written): address = written
            case .secret(let source):
                let secret = try secrets.read(source)
                hidden.append(secret)
                address = try WebAddress(secret, from: source)
            }
            var request = HTTPRequest(to: address, json: notice.payload, over: settings.connection)
            request.headers.append(("Idempotency-Key", notice.key.text))
            if let source = settings.signing {
                let key = try secrets.read(source)
                hidden.append(key)
                request.headers += Self.signature(of: request.body, key, at: now)
            }
            if let source = settings.authorization {
                let value = try secrets.read(source)
                hidden.append(value)
                request.authorization = value
            }
            let server = request.server
            return await post.send(request, hiding: hidden) { $0.delivery(from: server, now: now) }
        } catch {
            return .temporary(reason: error.label)
        }
    }

    private static func signature(of body: [UInt8], _ key: Secret, at now: Instant) -> [(name: String, value: String)] {
        let stamp = String(now.seconds)
        let code = SHA256.code(of: Array("\(stamp).".utf8) + body, key: key.revealed)
        return [("Kpid-Timestamp", stamp), ("Kpid-Signature", "sha256=" + Hexadecimal.encode(code))]
    }
}

extension WebAddress {
    init(_ secret: Secret, from source: SecretSource) throws(SecretError) {
        guard let address = WebAddress(secret.revealed) else {
            throw SecretError(
                source: source,
                cause: Label(
                    zh: "应是一个 http:// 或 https:// 开头的完整地址",
                    en: "it must be a whole address that begins with http:// or https://"))
        }
        self = address
    }
}
