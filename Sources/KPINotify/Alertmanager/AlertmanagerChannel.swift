package import KPICore
internal import Synchronization

/// Keeps an Alertmanager's picture of the alerts as it is: posts an alert when it begins or changes, again and again
/// while it lasts, and its end.
package struct AlertmanagerChannel: Channel {
    package let name: String
    private let settings: AlertmanagerSettings
    private let secrets: SecretReader
    private let queue: ChannelQueue
    private let latest = Latest()

    package init(name: String, _ settings: AlertmanagerSettings, secrets: SecretReader) {
        self.name = name
        self.settings = settings
        self.secrets = secrets
        queue = ChannelQueue(name)
    }

    /// How often ``keepAlive(_:at:)`` wants to be called.
    package var repeatEvery: Duration { settings.repeatEvery }

    package func deliver(_ notice: Notice, at now: Instant) async -> Delivery {
        let post = AlertPost(settings: settings)
        guard notice.event == .test || (notice.event.isOfAlert && notice.alert != nil) else {
            return .permanent(
                reason: Label(zh: "Alertmanager 只接收告警", en: "an Alertmanager takes alerts and nothing else"))
        }
        return await send(now) {
            if notice.event == .test { return post.test(notice, now: now) }
            latest.note(notice)
            return post.alerts(notice, now: now)
        }
    }

    /// Posts again what is open: for each alert the notice that was last delivered. An alert of which this channel has
    /// delivered something later is left out, so that the list may be a moment old.
    package func keepAlive(_ open: [Notice], at now: Instant) async -> Delivery {
        let post = AlertPost(settings: settings)
        return await send(now) {
            open.filter { $0.event.isOfAlert && !$0.isOver && latest.allows($0) }
                .compactMap { post.alerts($0, now: now).first }
        }
    }

    /// - Parameter alerts: made when their turn has come, and not before.
    private func send(_ now: Instant, _ alerts: @escaping @Sendable () -> [JSON]) async -> Delivery {
        let authorization: Secret?
        do throws(SecretError) {
            authorization = try settings.authorization.map { source throws(SecretError) in try secrets.read(source) }
        } catch {
            return .temporary(reason: error.label)
        }
        let address = settings.address
        let delivery = await queue.run { cancellation in
            let alerts = alerts()
            guard !alerts.isEmpty else { return Delivery.delivered(receipt: "") }
            var request = HTTPRequest(
                to: address, adding: "/api/v2/alerts", json: .array(alerts), over: settings.connection)
            request.authorization = authorization
            do throws(TransferTrouble) {
                return try request.send(cancellation).delivery(from: address.origin, now: now)
            } catch {
                return error.delivery(to: address.origin)
            }
        }
        return Redaction([authorization].compactMap { $0 }).line(delivery)
    }
}

/// How far what was told of each alert has come.
private final class Latest: Sendable {
    private let keys = Mutex<[AlertIdentity: NoticeKey]>([:])

    func note(_ notice: Notice) {
        guard let alert = notice.alert else { return }
        keys.withLock { $0[alert] = notice.key }
    }

    func allows(_ notice: Notice) -> Bool {
        guard let alert = notice.alert, let key = keys.withLock({ $0[alert] }) else { return true }
        return (notice.key.episode, notice.key.sequence) >= (key.episode, key.sequence)
    }
}
