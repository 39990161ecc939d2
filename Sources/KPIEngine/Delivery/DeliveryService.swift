package import KPICore
package import Logging
import ServiceLifecycle

/// Keeps a courier for every channel of the settings, and has each come when there is something to deliver.
package final class DeliveryService: Sendable {
    /// Makes a channel of its settings.
    package typealias Maker = @Sendable (String, ChannelSettings) -> ChannelPort

    private let engine: Engine
    private let make: Maker
    private let logger: Logger
    private let clock: @Sendable () -> Instant
    private let plans: AsyncStream<NotificationPlan>

    /// - Parameter plans: the settings, the first and each that follows it.
    package init(
        engine: Engine, plans: AsyncStream<NotificationPlan>, logger: Logger,
        clock: @escaping @Sendable () -> Instant, make: @escaping Maker
    ) {
        self.engine = engine
        self.make = make
        self.logger = logger
        self.clock = clock
        self.plans = plans
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown { await self.serve() }
    }

    private func serve() async {
        var rounds: [String: (settings: ChannelSettings, task: Task<Void, Never>)] = [:]
        for await plan in plans {
            for (name, round) in rounds where plan.channels[name] != round.settings {
                round.task.cancel()
                await round.task.value
                rounds[name] = nil
            }
            await engine.abandonChannels(at: clock())
            for (name, settings) in plan.channels where rounds[name] == nil {
                let courier = Courier(make(name, settings), engine: engine, logger: logger, clock: clock)
                rounds[name] = (settings, Task { await self.rounds(of: courier, name) })
            }
        }
        for round in rounds.values { round.task.cancel() }
        for round in rounds.values { await round.task.value }
    }

    /// Has a courier come whenever something was decided, and when it said that it would come again.
    private func rounds(of courier: Courier, _ channel: String) async {
        let (rings, bell) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        await engine.ring(for: channel) { bell.yield() }
        bell.yield()
        var alarm: Task<Void, Never>?
        for await _ in rings {
            alarm?.cancel()
            let again = await courier.deliverDue()
            alarm = again.map { moment in
                // In short hops: a sleep does not notice that the clock was set.
                let hop = min(max(moment.milliseconds - clock().milliseconds, 10), 30_000)
                return Task {
                    try? await Task.sleep(for: .milliseconds(hop))
                    bell.yield()
                }
            }
        }
        alarm?.cancel()
    }
}
