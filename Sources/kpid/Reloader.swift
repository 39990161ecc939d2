import Diagnostics
import KPIConfiguration
import KPICore
import KPIEngine
import Logging

/// Reads the configuration anew: parse, check, compile, and only then swap. Whoever asks, one reload at a time: of two
/// that came between each other, the one that read the older files could win.
actor Reloader {
    private let engine: Engine
    private let config: String
    private let notifier: SystemdNotifier
    private let logger: Logger
    /// Told of the settings whenever they were taken.
    private let adopted: @Sendable (NotificationPlan) -> Void
    private var latest: Task<Health.Reload, Never>?

    init(
        engine: Engine, config: String, notifier: SystemdNotifier, logger: Logger,
        adopted: @escaping @Sendable (NotificationPlan) -> Void
    ) {
        (self.engine, self.config, self.notifier, self.logger) = (engine, config, notifier, logger)
        self.adopted = adopted
    }

    /// What came of it; the old configuration goes on where the new one is wrong.
    func reload() async -> Health.Reload {
        let earlier = latest
        let task = Task {
            _ = await earlier?.value
            return await self.readAnew()
        }
        latest = task
        return await task.value
    }

    private func readAnew() async -> Health.Reload {
        notifier.reloading()
        switch LoadedConfiguration.load(config) {
        case .right(let configuration):
            if let reason = await engine.adopt(configuration.edition, at: .now) {
                logger.error("\(reason); the old configuration goes on")
            } else {
                adopted(configuration.notifications)
                logger.notice("the configuration was reloaded")
            }
        case .wrong(let mistakes):
            await engine.refuse(mistakes.map(\.mistake), at: .now)
            await engine.compare(fingerprint: ConfigurationLoader.fingerprint(path: config), at: .now)
            for mistake in mistakes {
                let place = mistake.place.map { "\($0.description): " } ?? ""
                logger.error("\(place)\(mistake.message); the old configuration goes on")
            }
        }
        notifier.ready(status: await engine.summary)
        return await engine.lastReload
    }
}
