/// Whether the daemon lives, as its lock tells, or where that cannot be asked, its heartbeat file.
package enum DaemonLife: Sendable, Hashable {
    case running(heartbeat: Instant)
    /// Since its last heartbeat, where there ever was one.
    case stopped(since: Instant?)

    /// A heartbeat older than this is that of a daemon that is gone, or that hangs.
    package static let patience: Int64 = 180

    /// - Parameter isHeld: whether a process holds the state directory; nil when it cannot be told.
    package init(isHeld: Bool?, heartbeat: Instant?, now: Instant) {
        let isFresh = heartbeat.map { now.seconds - $0.seconds <= Self.patience } ?? false
        if isHeld ?? isFresh {
            self = .running(heartbeat: heartbeat ?? now)
        } else {
            self = .stopped(since: heartbeat)
        }
    }
}
