package import KPICore

/// Sends each notice as a message of a chat service's bot.
package struct BotChannel: Channel {
    package let name: String
    private let service: any BotService
    private let settings: BotSettings
    private let secrets: SecretReader
    private let post: HTTPPost

    init(name: String, _ service: any BotService, _ settings: BotSettings, secrets: SecretReader) {
        self.name = name
        self.service = service
        self.settings = settings
        self.secrets = secrets
        post = HTTPPost(queue: ChannelQueue(name))
    }

    package func deliver(_ notice: Notice, at now: Instant) async -> Delivery {
        do throws(SecretError) {
            let secret = try secrets.read(settings.address)
            let address = try WebAddress(secret, from: settings.address)
            let key = try settings.signing.map { source throws(SecretError) in try secrets.read(source) }
            let message = service.message(notice, signing: key, at: now)
            var request = HTTPRequest(
                to: address, adding: message.query, json: message.body, over: settings.connection)
            request.headers.append(("Idempotency-Key", notice.key.text))
            return await post.send(request, hiding: [secret] + [key].compactMap { $0 }) { [service] answer in
                BotAnswer(answer).delivery(by: service, from: address.origin, now: now)
            }
        } catch {
            return .temporary(reason: error.label)
        }
    }
}
