internal import Glibc

/// Tells systemd how the service is, by the protocol of sd_notify(3). Where nobody asked (no `NOTIFY_SOCKET` in the
/// environment) it does nothing.
package struct SystemdNotifier: Sendable {
    private let socketPath: String?
    /// Within this time ``watchdog()`` must be called, or systemd ends the process (`WatchdogSec=`); nil when it does
    /// not look.
    package let watchdogTimeout: Duration?

    package init() {
        self.init { name in unsafe getenv(name).map { unsafe String(cString: $0) } }
    }

    init(environment: (String) -> String?) {
        socketPath = environment("NOTIFY_SOCKET").flatMap { $0.hasPrefix("/") || $0.hasPrefix("@") ? $0 : nil }
        let isForUs = environment("WATCHDOG_PID").map { Int32($0) == getpid() } ?? true
        let microseconds = environment("WATCHDOG_USEC").flatMap { Int64($0) } ?? 0
        watchdogTimeout = isForUs && microseconds > 0 ? .microseconds(microseconds) : nil
    }

    /// The service is up, or has finished a reload.
    @discardableResult
    package func ready(status: String) -> Bool { send(["READY=1", line(status)]) }

    /// A reload has begun; ``ready(status:)`` ends it.
    @discardableResult
    package func reloading() -> Bool {
        var now = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        let microseconds = Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
        return send(["RELOADING=1", "MONOTONIC_USEC=\(microseconds)"])
    }

    /// What `systemctl status` shows.
    @discardableResult
    package func status(_ text: String) -> Bool { send([line(text)]) }

    @discardableResult
    package func stopping() -> Bool { send(["STOPPING=1"]) }

    /// The service is alive.
    @discardableResult
    package func watchdog() -> Bool { send(["WATCHDOG=1"]) }

    private func line(_ status: String) -> String {
        "STATUS=" + String(status.map { $0.isNewline ? " " : $0 })
    }

    /// Whether somebody was told; that nobody is there is no reason to do anything else.
    private func send(_ lines: [String]) -> Bool {
        guard let socketPath, var address = UnixAddress(socketPath) else { return false }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let message = Array(lines.joined(separator: "\n").utf8)
        return address.send(message, over: descriptor)
    }
}
