internal import NIOCore

/// Ends a connection in bounded time, whatever the other side does: one that sends its request a byte at a time, or does
/// not read the answer, neither holds a place for ever nor keeps the daemon from stopping.
final class ConnectionLifetime: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Any

    private static let most = TimeAmount.seconds(30)
    /// For what is under way when the daemon stops, or when the time is over.
    private static let grace = TimeAmount.milliseconds(1500)

    private var end: Scheduled<Void>?

    func handlerAdded(context: ChannelHandlerContext) {
        let channel = context.channel
        end = context.eventLoop.scheduleTask(in: Self.most) {
            channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        }
    }

    /// The library closes an idle connection on this event, and lets a request come to its end first.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            let channel = context.channel
            end?.cancel()
            end = context.eventLoop.scheduleTask(in: Self.grace) { channel.close(promise: nil) }
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        end?.cancel()
        context.fireChannelInactive()
    }
}
