/// What a reader of the files in the state directory knows beside what they say.
package struct StatusSource: Sendable, Hashable {
    package let life: DaemonLife
    /// When the status was written.
    package let written: Instant
    package let now: Instant

    /// When it last was certain that things stand as written: a daemon that lives rewrites only what has changed.
    var confirmed: Instant {
        switch life {
        case .running(let heartbeat): max(heartbeat, written)
        case .stopped(let since): max(since ?? written, written)
        }
    }

    package init(life: DaemonLife, written: Instant, now: Instant) {
        (self.life, self.written, self.now) = (life, written, now)
    }
}
