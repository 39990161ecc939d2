/// Whether the daemon lives, as its heartbeat file tells.
package enum DaemonLife: Sendable, Hashable {
    case running
    /// Since its last heartbeat, where there ever was one.
    case stopped(since: Instant?)

    /// A heartbeat older than this is that of a daemon that is gone.
    package static let patience: Int64 = 180

    package init(heartbeat: Instant?, now: Instant) {
        let isFresh = heartbeat.map { now.seconds - $0.seconds <= Self.patience } ?? false
        self = isFresh ? .running : .stopped(since: heartbeat)
    }
}

/// What a reader of the files in the state directory knows beside what they say.
package struct StatusSource: Sendable, Hashable {
    package let life: DaemonLife
    /// When the status was written.
    package let written: Instant
    package let now: Instant

    package init(life: DaemonLife, written: Instant, now: Instant) {
        (self.life, self.written, self.now) = (life, written, now)
    }
}
