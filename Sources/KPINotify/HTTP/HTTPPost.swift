internal import KPICore

/// Posts for a channel: on its queue, and with nothing secret in what comes back.
struct HTTPPost: Sendable {
    let queue: ChannelQueue

    /// - Parameters:
    ///   - secrets: which must not be told on.
    ///   - judge: what the server's answer means.
    func send(
        _ request: HTTPRequest, hiding secrets: [Secret],
        _ judge: @escaping @Sendable (HTTPAnswer) -> Delivery
    ) async -> Delivery {
        let delivery = await queue.run { cancellation in
            do throws(TransferTrouble) {
                return judge(try request.send(cancellation))
            } catch {
                return error.delivery(to: request.server)
            }
        }
        return Redaction(secrets).line(delivery)
    }
}
