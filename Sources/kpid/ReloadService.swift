import Diagnostics
import KPICore
import KPIEngine
import Logging
import ServiceLifecycle
import UnixSignals

/// Reads the configuration anew on SIGHUP: parse, check, compile, and only then swap.
struct ReloadService: Service {
    let engine: Engine
    let config: String
    let notifier: SystemdNotifier
    let logger: Logger

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
            notifier.reloading()
            switch LoadedConfiguration.load(config) {
            case .right(let configuration):
                await engine.adopt(configuration.edition, at: .now)
                logger.notice("the configuration was reloaded")
            case .wrong(let mistakes):
                await engine.refuse(mistakes.map(\.mistake), at: .now)
                for mistake in mistakes {
                    let place = mistake.place.map { "\($0.description): " } ?? ""
                    logger.error("\(place)\(mistake.message); the old configuration goes on")
                }
            }
            notifier.ready(status: await engine.summary)
        }
    }
}
