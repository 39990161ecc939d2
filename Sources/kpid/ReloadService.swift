import Diagnostics
import KPIConfiguration
import KPICore
import KPIEngine
import Logging
import ServiceLifecycle
import UnixSignals

/// Reads the configuration anew on SIGHUP: parse, check, compile, and only then swap.
struct ReloadService: Service {
    let engine: Engine
    /// Trapped before anybody is told that kpid is ready: until then the signal would end the process.
    let hangups: UnixSignalsSequence
    let config: String
    let notifier: SystemdNotifier
    let logger: Logger

    func run() async throws {
        for await _ in hangups.cancelOnGracefulShutdown() {
            notifier.reloading()
            switch LoadedConfiguration.load(config) {
            case .right(let configuration):
                if let reason = await engine.adopt(configuration.edition, at: .now) {
                    logger.error("\(reason); the old configuration goes on")
                } else {
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
        }
    }
}
