package import KPICore

/// A way by which a notice reaches its receiver.
///
/// A channel keeps no notices and tries nothing twice: the outbox calls it, and decides by what it answers. One may be
/// called again with a notice that has been delivered (a crash may come between the delivery and its record), which
/// the key in the notice tells the receiver.
package protocol Channel: Sendable {
    /// As it is called in the settings.
    var name: String { get }

    /// Delivers a notice, once. Never throws: what goes wrong is in the answer, without any secret in it. Ends soon
    /// after its task is cancelled, with a temporary failure.
    func deliver(_ notice: Notice, at now: Instant) async -> Delivery
}
