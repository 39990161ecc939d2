import KPIConfiguration
import KPICore
import KPIEngine
import ServiceLifecycle

/// Looks at the clock: evaluates on the interval, beats the heart, and feeds the watchdog from its own progress.
///
/// It sleeps in short hops and looks at the wall clock after each, because a sleep does not notice that the machine
/// was suspended or its clock was set.
struct SchedulerService: Service {
    let engine: Engine
    let config: String
    let scan: @Sendable () throws -> InboxScan
    let heartbeat: Heartbeat
    let notifier: SystemdNotifier

    private static let longestHop = Duration.seconds(5)
    /// Seconds
    private static let beat: Int64 = 30

    func run() async throws {
        // The watchdog wants to hear from us twice in its time.
        let watched = notifier.watchdogTimeout.map { $0 / 3 } ?? Self.longestHop
        var lastTick = Instant.now
        var nextBeat = Instant.now
        var lastLook = Instant.now
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let now = Instant.now
            await engine.compare(fingerprint: ConfigurationLoader.fingerprint(path: config), at: now)
            let every = await engine.evaluateEvery
            // Files that nobody was seen finishing are taken when they have been left alone for a while.
            let hasTaken = await engine.takeInbox(receivedAt: now, scan: scan)
            if hasTaken || now >= lastTick.adding(seconds: Int64(every)) || now < lastLook {
                await engine.tick(at: now)
                notifier.status(await engine.summary)
                lastTick = now
            }
            if now >= nextBeat || now < lastLook {
                try? heartbeat.beat(await engine.stamp(now))  // a full disk shows in the status, not here
                nextBeat = now.adding(seconds: Self.beat)
            }
            lastLook = now
            notifier.watchdog()
            try? await Task.cancellableSleep(for: min(Self.longestHop, .seconds(every), watched))
        }
    }
}

extension Task where Success == Never, Failure == Never {
    /// Sleeps, and wakes when the service is asked to stop.
    fileprivate static func cancellableSleep(for duration: Duration) async throws {
        try await cancelWhenGracefulShutdown { try await Task.sleep(for: duration) }
    }
}
