package import KPICore

/// A channel as the engine's side sees it. kpid makes one of each channel of the settings, so that delivery does not
/// depend on what channels are made of.
package struct ChannelPort: Sendable {
    package let name: String
    /// Delivers a notice, once; never throws.
    package let deliver: @Sendable (Notice, Instant) async -> Delivery
    /// Nil where the receiver keeps what it was told by itself.
    package let keepAlive: KeepAlive?
    /// How often the receiver may be spoken to; nil: as often as there is something to say.
    package let rateLimit: RateLimit?

    /// A receiver that forgets alerts unless it is told of them again and again.
    package struct KeepAlive: Sendable {
        package let every: Duration
        /// Posts what is open: for each alert the notice that was last delivered.
        package let post: @Sendable ([Notice], Instant) async -> Delivery

        package init(every: Duration, post: @escaping @Sendable ([Notice], Instant) async -> Delivery) {
            (self.every, self.post) = (every, post)
        }
    }

    package init(
        name: String, rateLimit: RateLimit? = nil, keepAlive: KeepAlive? = nil,
        deliver: @escaping @Sendable (Notice, Instant) async -> Delivery
    ) {
        self.name = name
        self.deliver = deliver
        self.keepAlive = keepAlive
        self.rateLimit = rateLimit
    }
}
