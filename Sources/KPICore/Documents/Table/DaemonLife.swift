/// Whether the daemon lives, as its heartbeat file tells.
package enum DaemonLife: Sendable, Hashable {
    case running(heartbeat: Instant)
    /// Since its last heartbeat, where there ever was one.
    case stopped(since: Instant?)

    /// A heartbeat older than this is that of a daemon that is gone.
    package static let patience: Int64 = 180

    package init(heartbeat: Instant?, now: Instant) {
        if let heartbeat, now.seconds - heartbeat.seconds <= Self.patience {
            self = .running(heartbeat: heartbeat)
        } else {
            self = .stopped(since: heartbeat)
        }
    }
}
